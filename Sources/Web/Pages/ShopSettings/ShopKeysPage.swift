import Loyalty
import Operations
import Storage

/// The API keys of a shop, a form to make one, and the secret of the one that was just made.
struct ShopKeysPage: Screen {
    static let template = "shop_keys"

    let frame: Frame
    let tabs: [PageLink]
    let action: String
    let once: String
    let trouble: FormTrouble?
    let name: Field
    let scopes: [Scope]
    let scopesFault: String?
    let hasKeys: Bool
    let rows: [Row]
    /// `nil` where none was just made.
    let issued: Issued?

    struct Scope: Sendable {
        let value: String
        let label: String
        let hint: String
        let isTicked: Bool
    }

    struct Row: Sendable {
        let name: String
        let scopes: String
        let ending: String
        let made: String
        let by: String
        let lastUsed: String
        let revokePath: String
    }

    struct Issued: Sendable {
        let heading: String
        let secret: String
    }
}

extension ShopKeysPage {
    init(
        _ keys: [KeyRecord], _ form: KeyForm, _ shell: (frame: Frame, tabs: [PageLink]),
        _ context: BackOfficeContext, _ wording: Wording, names: [String: String], zone: Zone,
        issued: (name: String, secret: String)?, fault: FormFault?, once: String
    ) {
        let (words, path) = (wording.words, ShopSettingsTab.keys.path)
        (frame, tabs) = shell
        action = context.path(path)
        self.once = once
        // A fault of the boxes stands above them, and the way to it leads to the first.
        trouble = FormTrouble(
            fault.map { FormFault(field: $0.field == "scopes" ? "scope-orders" : $0.field, sentence: $0.sentence) })
        name = FormKit(words: words, area: "keys", fault: fault).field("name", form.name)
        scopes = APIKey.Scope.allCases.map { scope in
            Scope(
                value: scope.rawValue, label: words("keys.scope.\(scope.rawValue)"),
                hint: words("keys.scope.\(scope.rawValue).hint"), isTicked: form.scopes.contains(scope.rawValue))
        }
        scopesFault = fault?.field == "scopes" ? fault?.sentence : nil
        hasKeys = !keys.isEmpty
        rows = keys.map { record in
            let mays = APIKey.Scope.allCases.filter(record.key.scopes.contains)
            return Row(
                name: record.key.name, scopes: mays.map { words("keys.scope.\($0.rawValue)") }.joined(separator: ", "),
                ending: "tuzo_…\(record.lastFour)", made: wording.moment(record.createdAt, in: zone),
                by: wording.actor(record.createdBy, named: names),
                lastUsed: record.lastUsedAt.map { wording.moment($0, in: zone) } ?? words("keys.unused"),
                revokePath: context.path("\(path)/\(pathPart(record.key.id.text))/revocation"))
        }
        self.issued = issued.map { issued in
            Issued(heading: words("keys.issued", ["name": issued.name]), secret: issued.secret)
        }
    }
}
