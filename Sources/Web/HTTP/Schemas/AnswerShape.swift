public import Hummingbird

/// One way in which a call that succeeds is answered.
public struct AnswerShape: Sendable {
    let status: HTTPResponse.Status
    let schema: Schema?
    let contentType: String
    let text: String

    public init(
        _ status: HTTPResponse.Status, _ schema: Schema?, _ text: String, contentType: String = "application/json"
    ) {
        self.status = status
        self.schema = schema
        self.contentType = contentType
        self.text = text
    }

    public static func ok(_ schema: Schema, _ text: String = "Done") -> AnswerShape {
        AnswerShape(.ok, schema, text)
    }
    public static func created(_ schema: Schema, _ text: String = "Made") -> AnswerShape {
        AnswerShape(.created, schema, text)
    }
    public static var noContent: AnswerShape { AnswerShape(.noContent, nil, "Done") }
}
