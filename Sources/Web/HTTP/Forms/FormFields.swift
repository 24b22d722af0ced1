import Foundation
import Hummingbird
import Loyalty

/// How many bytes a form may have.
private let formByteCountMax = 65_536
private let fieldsMax = 500

/// What was typed into a form, as text, field by field; nothing is read into it yet, so that it can be shown again.
struct FormFields: Sendable {
    private let values: [String: [String]]

    /// Reads `application/x-www-form-urlencoded`, the way browsers send forms.
    /// - Throws: ``FormRejection``.
    init(parsing text: String) throws(FormRejection) {
        var values: [String: [String]] = [:]
        let pairs = text.split(separator: "&")
        guard pairs.count <= fieldsMax else { throw .formMustNotBeTooLarge }
        for pair in pairs {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = formDecoded(parts[0]), let value = parts.count == 2 ? formDecoded(parts[1]) : "",
                !value.unicodeScalars.contains("\0")
            else {
                throw .formMustBePercentEncoded
            }
            values[name, default: []].append(value)
        }
        self.values = values
    }

    /// What was typed into a field, without blanks around it; empty where the field is absent.
    subscript(_ name: String) -> String {
        (values[name]?.first ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// All values of a field that may come several times.
    func all(_ name: String) -> [String] { values[name] ?? [] }

    /// Whether a box was ticked.
    func isTicked(_ name: String) -> Bool { values[name] != nil }

    /// An id from a hidden field or a list.
    func id<Entity>(_ name: String) throws -> Identifier<Entity> { try Identifier(self[name], field: name) }
}

/// Why a form cannot be taken, whatever is in it.
enum FormRejection: String, ListedRejection, CaseIterable {
    case formMustBePercentEncoded
    case formMustNotBeTooLarge
    /// It was made for another session, or by another site.
    case formMustBeMadeHere

    var sentence: String {
        switch self {
        case .formMustBePercentEncoded: "The form must be sent as browsers send forms."
        case .formMustNotBeTooLarge: "The form must have \(formByteCountMax) bytes at most."
        case .formMustBeMadeHere: "This form has grown old. Go back, load the page again, and send it once more."
        }
    }

    var kind: RejectionKind { self == .formMustBeMadeHere ? .conflict : .badInput }
}

extension Request {
    /// The form that the request carries.
    /// - Throws: ``FormRejection``, or ``Problem`` for its type.
    func form() async throws -> FormFields {
        guard headers[.contentType]?.lowercased().hasPrefix("application/x-www-form-urlencoded") == true else {
            throw Problem.bodyMustBeAForm
        }
        let body = try await wholeBody()
        guard body.readableBytes <= formByteCountMax else { throw FormRejection.formMustNotBeTooLarge }
        return try FormFields(parsing: String(buffer: body))
    }

    /// Whether the browser says that another site has sent the request. Old browsers say nothing.
    var comesFromAnotherSite: Bool { self[.fetchSite].map { !["same-origin", "none"].contains($0) } ?? false }

    private subscript(_ header: CustomHeader) -> String? { headers[header] }
}
