public import ExactJSON
public import Loyalty
import Storage

/// A referral with the names of its two people, as the owner sees it.
public struct ReferralDetails: Sendable, JSONWritable {
    public let referral: Referral
    public let referrerName: String
    public let refereeName: String

    init(_ referral: Referral, _ connection: any SQLConnection) throws {
        self.referral = referral
        let customers = CustomerStore(connection)
        referrerName = try customers.customer(referral.referrerID)?.name ?? ""
        refereeName = try customers.customer(referral.refereeID)?.name ?? ""
    }

    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("id", referral.id)
            json.field("state", referral.state.rawValue)
            json.field("block_reason", referral.blockReason?.rawValue)
            json.field("referrer_id", referral.referrerID)
            json.field("referrer_name", referrerName)
            json.field("referee_id", referral.refereeID)
            json.field("referee_name", refereeName)
            json.field("claimed_at", referral.claimedAt)
            json.field("changed_at", referral.changedAt)
            json.field("program_version", referral.terms.number)
            json.field("first_order_id", referral.firstOrder?.orderID)
            json.field("referrer_points", referral.referrerShare.posted)
            json.field("referee_points", referral.refereeShare.posted)
            json.field("decided_by", referral.decidedBy)
            json.field("note", referral.note)
        }
    }
}
