import ExactJSON
import Loyalty
import Operations

/// Says what was changed about a reward between two texts of its terms.
struct RewardChanges {
    private let wording: Wording
    private let zone: Zone
    private let shop: Shop
    private let tierNames: [String: String]

    init(_ wording: Wording, _ zone: Zone, _ shop: Shop, ladder: TierLadder?) {
        self.wording = wording
        self.zone = zone
        self.shop = shop
        tierNames = Dictionary((ladder?.tiers ?? []).map { ($0.key, $0.name) }) { first, _ in first }
    }

    /// - Parameter before: As the browser sent it; what is no document counts as nothing.
    func lines(from before: String, to after: String) throws -> [ChangeLine] {
        let words = ChangeWords(wording: wording, currency: shop.currency, area: "reward")
        let seen: JSONValue
        do { seen = try JSONValue(parsing: before) } catch { seen = .null }
        return settingChanges(from: readable(seen), to: readable(try JSONValue(parsing: after))).map(words.line)
    }

    /// The same with moments and tiers as people say them.
    private func readable(_ document: JSONValue) -> JSONValue {
        guard case .object(var object) = document else { return .null }
        for name in ["valid_from", "valid_until"] {
            if case .string(let text)? = object[name], let moment = Instant(text) {
                object[name] = .string(wording.moment(moment, in: zone))
            }
        }
        if case .string(let key)? = object["minimum_tier_required"], let name = tierNames[key] {
            object["minimum_tier_required"] = .string(name)
        }
        return .object(object)
    }
}
