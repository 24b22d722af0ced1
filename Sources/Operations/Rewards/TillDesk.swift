import Loyalty
import Storage

/// A redemption within a write transaction, together with its reward and its member.
struct TillDesk {
    let redemption: Redemption
    let reward: Reward
    let file: MemberFile
    let program: ProgramVersion?
    let today: Day

    init(
        _ redemption: Redemption, in shop: Shop, on today: Day, at now: Instant, _ transaction: WriteTransaction
    ) throws {
        let connection = transaction.connection
        self.redemption = redemption
        self.today = today
        program = try ProgramStore(connection).newest(in: shop)
        reward = try RewardStore(connection).rewardOnceOffered(redemption.rewardID, in: shop)
        let file = try MemberFile.open(redemption.customerID, in: shop, program, on: today, at: now, transaction)
        guard let file else { throw StorageFailure.corrupt("the member of redemption \(redemption.id) is missing") }
        self.file = file
    }
}
