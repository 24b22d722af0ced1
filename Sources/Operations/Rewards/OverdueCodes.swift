import Loyalty
import Storage

/// Finds a member's codes whose time is over, though they have not ended, and ends them within a write transaction.
struct OverdueCodes {
    let shop: Shop
    let zone: Zone
    let now: Instant
    let connection: any SQLConnection

    /// What becomes of a member's codes; nothing of it is written yet.
    struct Outcome {
        fileprivate(set) var decisions: [CodeExpiryDecision] = []
        fileprivate(set) var member: Member
        fileprivate(set) var lots: [Lot]
        /// The day on which the next code ends that is good.
        fileprivate(set) var nextEndOn: Day?
    }

    /// - Parameter lots: The member's open lots.
    func decide(_ member: Member, lots: [Lot]) throws -> Outcome {
        var outcome = Outcome(member: member, lots: lots)
        for redemption in try RedemptionStore(connection).unended(of: member.customerID, in: shop.id) {
            guard redemption.expiresAt <= now else {
                outcome.nextEndOn = zone.day(of: redemption.expiresAt)
                break
            }
            let reward = try RewardStore(connection).rewardOnceOffered(redemption.rewardID, in: shop)
            let paid = try PaidLots(for: redemption, by: member, among: outcome.lots, connection)
            let decision = try decideCodeExpiry(
                of: redemption, reward: reward, member: outcome.member, lots: paid.lots, uses: paid.uses, in: zone,
                now: now)
            outcome.decisions.append(decision)
            (outcome.member, outcome.lots) = (decision.member, decision.lots)
        }
        return outcome
    }

    /// Writes all but the member.
    func write(_ decisions: [CodeExpiryDecision]) throws {
        for decision in decisions {
            for posting in decision.postings {
                try LedgerStore(connection).append(posting, occurredOn: zone.day(of: posting.entry.occurredAt))
            }
            try RedemptionStore(connection).end(decision.redemption, in: shop.id)
            try RewardStore(connection).count(decision.stockChange, of: decision.redemption.rewardID, in: shop.id)
        }
    }
}
