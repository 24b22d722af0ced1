import ExactJSON
import Loyalty
import Operations
import Storage

/// What invitations pay.
struct ReferralTermsPage: Screen {
    static let template = "referral_terms"

    let frame: Frame
    let listPath: String
    let savePath: String
    let programPath: String
    let trouble: FormTrouble?
    /// Whether somebody else saved meanwhile.
    let isOvertaken: Bool
    let changes: [ChangeLine]
    /// `nil` where the shop has no program yet.
    let form: Form?

    struct Form: Sendable {
        let base: Int
        let once: String
        let isActive: BoxField
        let amounts: [Field]
    }
}

/// The terms as they stand in the form, as they were typed.
struct ReferralTermsForm: Sendable {
    static let names = ["referrer_reward_points", "referee_reward_points", "minimum_purchase_amount"]

    /// The number of the version that the author looked at.
    var base: Int
    let isActive: Bool
    private let texts: [String: String]

    subscript(_ name: String) -> String { texts[name] ?? "" }

    init(_ version: ProgramVersion) throws {
        let terms = version.program.referral
        let document = try JSONValue(parsing: terms.text)
        base = version.number
        isActive = terms.isActive
        texts = Self.names.reduce(into: [:]) { $0[$1] = shownText(of: document, at: $1) }
    }

    init(_ form: FormFields) {
        base = Int(form["version"]) ?? 0
        isActive = form.isTicked("is_active")
        texts = Self.names.reduce(into: [:]) { $0[$1] = form[$1] }
    }

    var document: JSONObject {
        var document = JSONObject()
        document["is_active"] = .bool(isActive)
        for name in Self.names { document[name] = .string(typedNumber(self[name])) }
        return document
    }
}

private struct WrittenTerms: JSONWritable {
    let terms: ReferralTerms

    func write(to json: inout JSONWriter) { json.object { json in terms.write(to: &json) } }
}

extension ReferralTerms {
    /// The terms as the API shows them.
    var text: String { WrittenTerms(terms: self).jsonText }
}
