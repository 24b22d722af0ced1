import ExactJSON
import Loyalty
import Operations

/// One setting that was changed, in words.
struct ChangeLine: Sendable {
    let what: String
    let was: String
    let isNow: String
}

/// Says in words what was changed: which setting, what it was, and what it is now.
struct ChangeWords {
    let wording: Wording
    let currency: Currency
    /// What the tiers are called, by their keys.
    var tierNames: [String: String] = [:]
    /// What the keys of the words begin with.
    var area = "program"

    func line(_ change: ProgramChange) -> ChangeLine {
        ChangeLine(
            what: label(of: change.setting), was: said(change.before, of: change.setting),
            isNow: said(change.after, of: change.setting))
    }

    private func label(of setting: String) -> String {
        let parts = setting.split(separator: ".").map(String.init)
        guard parts.first == "tiers", parts.count > 1 else { return word(setting) }
        // A key may have dots in it; what is a tier's own stands behind the last.
        let isWhole = !tierSettings.contains(parts.last ?? "")
        let key = parts.dropFirst().dropLast(isWhole ? 0 : 1).joined(separator: ".")
        let name = tierNames[key] ?? Tier.name(for: key)
        let tier = wording.words("program.tier_named", ["name": name])
        return isWhole ? tier : "\(tier): \(word("tiers.\(parts.last ?? "")"))"
    }

    private func word(_ setting: String) -> String {
        let holes = moneyHoles(currency, wording)
        for key in ["setting.\(setting)", "\(area).\(setting)"] where wording.words.text(key) != nil {
            return wording.words(key, holes)
        }
        return setting.replacing("_", with: " ").replacing(".", with: ": ")
    }

    private func said(_ value: JSONValue?, of setting: String) -> String {
        switch value {
        case nil, .null?: return wording.words("setting.nothing")
        case .bool(let isSet)?: return wording.words(isSet ? "setting.yes" : "setting.no")
        case .number(let number)?: return said(number, of: setting)
        case .string("")?: return wording.words("setting.nothing")
        case .string(let text)?: return choice(text, of: setting) ?? text
        case .array(let elements)?:
            guard !elements.isEmpty else { return wording.words("setting.nothing") }
            return elements.map { said($0, of: setting) }.joined(separator: " · ")
        case .object(let object)?:
            guard let name = object["name"] ?? object["key"] else {
                return object.members.map { "\(word($0.key)): \(said($0.value, of: $0.key))" }.joined(separator: ", ")
            }
            let rest = ["threshold", "multiplier", "points"].compactMap { key in
                object[key].map { "\(word("tiers.\(key)")): \(said($0, of: key))" }
            }
            return ([said(name, of: "name")] + rest).joined(separator: ", ")
        }
    }

    private func said(_ number: Decimal, of setting: String) -> String {
        let last = setting.split(separator: ".").last.map(String.init) ?? setting
        guard amounts.contains(last) else { return wording.decimal(number) }
        do {
            return wording.money(try Money(number, currency, field: setting))
        } catch {
            return wording.decimal(number)
        }
    }

    private func choice(_ text: String, of setting: String) -> String? {
        wording.words.text("\(area).\(withoutPlaces(setting)).\(text)") ?? wording.words.text("setting.value.\(text)")
    }
}

private let tierSettings: Set = ["name", "threshold", "multiplier", "benefits"]
private let amounts: Set = ["minimum_spend", "threshold", "minimum_purchase_amount", "discount_amount"]

extension Wording {
    /// `1,234.5`: the digits that were typed, with a comma between thousands.
    func decimal(_ number: Decimal) -> String {
        let parts = number.description.split(separator: ".", maxSplits: 1)
        guard let whole = parts.first.flatMap({ Int64($0) }) else { return number.description }
        return parts.count == 2 ? "\(self.number(whole)).\(parts[1])" : self.number(whole)
    }
}
