import Loyalty

/// Finds the field of the form that a refusal of the program is about: the rules name tiers by their keys, and the form
/// has them by their places.
struct ProgramFaultPlace {
    let form: ProgramForm

    func field(of rejection: any Rejection) -> String? {
        guard let field = rejection.field else { return nil }
        if let name = otherNames[field] { return name }
        if field == "tiers.name" { return form.tiers.firstIndex { key(of: $0).isEmpty }.map { "tiers[\($0)].name" } }
        guard field.hasPrefix("tiers.") else { return field }
        return tier(in: String(field.dropFirst("tiers.".count)))
    }

    /// `tiers[2].threshold` for `gold.threshold`, and the last tier of that key where the tier as such is at fault.
    private func tier(in way: String) -> String? {
        let keys = form.tiers.map(key)
        for setting in ["threshold", "multiplier"] where way.hasSuffix(".\(setting)") {
            let key = String(way.dropLast(setting.count + 1))
            guard let place = keys.lastIndex(of: key) else { return nil }
            return "tiers[\(place)].\(setting)"
        }
        return keys.lastIndex(of: way).map { "tiers[\($0)].name" }
    }

    private func key(of tier: TierText) -> String { tier.key.isEmpty ? Tier.key(for: tier.name) : tier.key }
}

/// Where the rules and the form call a field by different names.
private let otherNames = ["points_expiry_days": "expiry.days"]
