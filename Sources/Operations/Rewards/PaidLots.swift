import Loyalty
import Storage

/// What a redemption took from which lots, and the lots that must be known for it to be given back.
struct PaidLots {
    let uses: [LotUse]
    /// The member's open lots and those that `uses` name.
    let lots: [Lot]

    /// - Parameter open: The member's open lots.
    init(
        for redemption: Redemption, by member: Member, among open: [Lot], _ connection: any SQLConnection
    ) throws {
        let store = LotStore(connection)
        uses = try store.uses(by: redemption.entrySequence, of: member.customerID, in: member.shopID)
        let known = Set(open.map(\.sequence))
        let emptied = try uses.filter { !known.contains($0.lotSequence) }.map { use in
            let lot = try store.lot(use.lotSequence, of: member.customerID, in: member.shopID)
            guard let lot else { throw StorageFailure.corrupt("lot \(use.lotSequence) is missing") }
            return lot
        }
        lots = open + emptied
    }
}
