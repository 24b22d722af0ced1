import Loyalty
import Operations

/// A reward with everything that can be set of it.
struct RewardPage: Screen {
    static let template = "reward"

    let frame: Frame
    let title: String
    let listPath: String
    let savePath: String
    let draftPath: String
    /// Where the owner is asked whether to delete it; `nil` for a new one.
    let deletePath: String?
    /// The reward's id; empty for a new one.
    let reward: String
    let seen: String
    let once: String
    /// Who saved it last.
    let saved: String?
    let trouble: FormTrouble?
    /// Whether somebody else saved meanwhile.
    let isOvertaken: Bool
    let changes: [ChangeLine]
    let isActive: BoxField
    let name: Field
    let about: LinesField
    let type: ChoiceField
    /// How much it gives, or what: a field for each kind that has one.
    let benefits: [BenefitField]
    let cost: Field
    let tier: ChoiceField
    let limits: [Field]
    let days: [Field]
    let codeDays: Field
    let onExpiry: ChoiceField
    let look: RewardLook
    let facts: [Fact]

    /// A field that matters for one kind of reward.
    struct BenefitField: Sendable {
        let kind: String
        let field: Field
    }
}

/// What members would see of a reward, or what is still missing for it.
struct RewardLook: Sendable {
    let offer: Offer?
    let missing: String?
    /// The field that it is missing in.
    let missingIn: String?

    struct Offer: Sendable {
        let name: String
        let about: String
        let benefit: String
        let cost: String
        let state: String
        /// For whom, how often, from when, for how long.
        let terms: [String]
    }

    init(missing: String, label: String?) {
        offer = nil
        self.missing = missing
        missingIn = label
    }

    init(_ draft: DraftReward.Draft, _ wording: Wording, _ calendar: any ShopCalendar) {
        let (reward, words) = (draft.reward, wording.words)
        let stock = reward.stockLeft.map { words.count("offer.stock", $0) }
        let terms = [
            draft.tierName.map { words("offer.tier", ["tier": $0]) },
            reward.limitPerCustomer.map { words.count("reward.look.limit", $0) },
            reward.validFrom.map { words("shelf.from", ["day": wording.day(calendar.day(of: $0))]) },
            reward.lastDay(in: calendar).map { words("shelf.through", ["day": wording.day($0)]) },
            words.count("redeem.days", Int64(reward.codeValidDays)),
            words("codes.unused.\(reward.onCodeExpiry.rawValue)"),
        ]
        offer = Offer(
            name: reward.name, about: reward.description,
            benefit: [wording.benefit(reward.benefit), stock].compactMap(\.self).joined(separator: " · "),
            cost: wording.points(reward.cost), state: words("reward.look.\(draft.state.rawValue)"),
            terms: terms.compactMap(\.self))
        missing = nil
        missingIn = nil
    }
}
