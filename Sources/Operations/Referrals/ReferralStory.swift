public import Loyalty
public import Storage

/// A referral with everything that happened to it.
public struct ReferralStory: Sendable {
    public let details: ReferralDetails
    /// The first order of the one who was invited that counts, as it stands now, whatever became of the referral.
    public let firstOrder: FirstOrder?
    /// What moved in the history of the one who invited, the oldest first.
    public let referrerEntries: [Entry]
    /// What moved in the history of the one who was invited.
    public let refereeEntries: [Entry]
    /// What people decided about it, the newest first.
    public let acts: [AuditLogStore.Act]

    public var referral: Referral { details.referral }

    init(of referral: Referral, in shop: Shop, _ connection: any SQLConnection) throws {
        let report = ReferralReport(connection)
        details = try ReferralDetails(referral, connection)
        firstOrder = try InvitationReport(connection).firstOrder(of: referral.refereeID, in: shop.id)
        referrerEntries = try report.entries(of: referral.id, with: referral.referrerID, in: shop.id)
        refereeEntries = try report.entries(of: referral.id, with: referral.refereeID, in: shop.id)
        acts = try AuditLogStore(connection).acts(about: referral.id.text, in: shop.id, limit: actsMax)
    }
}

private let actsMax = 20
