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
        _ redemption: Redemption, in shop: Shop, on today: Day, at now: Instant, _ connection: any SQLConnection
    ) throws {
        self.redemption = redemption
        self.today = today
        program = try ProgramStore(connection).newest(in: shop)
        reward = try RewardStore(connection).rewardOnceOffered(redemption.rewardID, in: shop)
        let file = try MemberFile.open(redemption.customerID, in: shop, program, on: today, at: now, connection)
        guard let file else { throw StorageFailure.corrupt("the member of redemption \(redemption.id) is missing") }
        self.file = file
    }

    /// The member's open lots, and those that a cancelled redemption gives back to.
    func lots(for uses: [LotUse], _ connection: any SQLConnection) throws -> [Lot] {
        let open = try file.lots()
        let known = Set(open.map(\.sequence))
        let store = LotStore(connection)
        let emptied = try uses.filter { !known.contains($0.lotSequence) }.map { use in
            let lot = try store.lot(use.lotSequence, of: file.member.customerID, in: file.member.shopID)
            guard let lot else { throw StorageFailure.corrupt("lot \(use.lotSequence) is missing") }
            return lot
        }
        return open + emptied
    }
}
