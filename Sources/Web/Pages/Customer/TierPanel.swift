import Loyalty
import Operations

/// The ladder of a program, and where the member stands on it.
struct TierPanel: Sendable {
    let spent: String
    let heldThrough: String?
    let granted: String?
    let steps: [TierStep]

    /// - Returns: `nil` for a shop without a program.
    init?(_ membership: Membership, _ wording: Wording) {
        guard let tier = membership.tier, let ladder = membership.view.ladder else { return nil }
        let amount = wording.money(tier.metric)
        spent =
            if let first = tier.firstDay {
                wording.words(
                    "tiers.spent",
                    ["amount": amount, "from": wording.day(first), "through": wording.day(tier.lastDay)])
            } else {
                wording.words("tiers.spent_ever", ["amount": amount])
            }
        let rank = membership.view.tierRank
        // The lowest tier is nobody's to lose.
        heldThrough =
            rank == 0
            ? nil
            : tier.heldThrough.map { day in
                wording.words("tiers.held", ["tier": tier.tier.name, "through": wording.day(day)])
            }
        granted = membership.view.grant.map { wording.words("tiers.granted", ["through": wording.day($0.lastDay)]) }
        steps = ladder.tiers.enumerated().map { place, step in
            TierStep(step, place, standingOn: rank, membership.view.progress, wording)
        }
    }
}

/// One step of the ladder.
struct TierStep: Sendable {
    let tierName: String
    let mark: String
    let threshold: String
    let multiplier: String
    let benefits: [String]
    let isHere: Bool
    /// The step that comes next: what is still to be spent for it, and how much of the way is done.
    let toGo: String?
    let done: String?

    init(_ tier: Tier, _ place: Int, standingOn rank: Int, _ progress: TierProgress, _ wording: Wording) {
        tierName = tier.name
        mark = "tier-\(place)"
        threshold =
            tier.threshold.minorUnits == 0
            ? wording.words("tiers.from_start")
            : wording.words("tiers.from", ["amount": wording.money(tier.threshold)])
        multiplier = wording.words("tiers.multiplier", ["factor": tier.multiplier.description])
        benefits = tier.benefits
        isHere = place == rank
        let isNext = place == rank + 1 && progress.neededMinorUnits > 0
        let needed = Money(minorUnits: progress.neededMinorUnits, tier.threshold.currency)
        toGo = isNext ? wording.words("tiers.to_go", ["amount": wording.money(needed)]) : nil
        done = isNext ? progress.percent.description : nil
    }
}
