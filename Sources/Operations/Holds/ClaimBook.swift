import Loyalty
import Storage

/// What customers have a claim on in one shop, at one moment, within a write transaction: codes and holds, of which
/// none counts whose time is over.
struct ClaimBook: Sendable {
    let shop: Shop
    let now: Instant
    let today: Day

    init(in shop: Shop, at now: Instant, _ surroundings: Surroundings) throws {
        self.shop = shop
        self.now = now
        today = try surroundings.zones.zone(named: shop.timeZone).day(of: now)
    }

    /// Opens the file of a member, whose codes and holds have ended as far as their time is over.
    /// - Throws: ``MemberRejection/membershipMustExist``.
    func open(
        _ customer: Customer.ID, _ program: ProgramVersion?, _ transaction: WriteTransaction
    ) throws -> MemberFile {
        try .required(of: customer, in: shop, program, on: today, at: now, transaction)
    }

    /// Opens the file of whoever has a hold, as above. Who has left since has ended holds alone, which are shown again.
    func open(
        holderOf hold: Hold, _ program: ProgramVersion?, _ transaction: WriteTransaction
    ) throws -> MemberFile {
        guard let file = try MemberFile.open(hold.customerID, in: shop, program, on: today, at: now, transaction) else {
            throw StorageFailure.corrupt("the member of hold \(hold.id) is missing")
        }
        return file
    }

    /// Where a reward is out of stock, ends codes and holds of it whose time is over, whoever has them.
    ///
    /// They are ended, and not merely left out of the count: were the clock set back, they would count again.
    func makeRoom(for reward: Reward.ID, _ program: ProgramVersion?, _ transaction: WriteTransaction) throws {
        let rewards = RewardStore(transaction.connection)
        guard let held = try rewards.reward(reward, in: shop), let total = held.totalAvailable,
            held.redeemedCount >= total
        else { return }
        let missing = held.redeemedCount - total + 1
        for holder in try rewards.holdersOverdue(of: reward, in: shop.id, at: now, limit: missing) {
            _ = try open(holder, program, transaction)
        }
    }
}
