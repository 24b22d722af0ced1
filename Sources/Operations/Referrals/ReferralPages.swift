import Loyalty
import Storage

/// The pages of a list of referrals in CSV; the first begins with the names of the columns.
public struct ReferralPages: Sendable {
    private let view: ViewReferrals
    private let shop: Shop
    private let filter: ReferralFilter?
    private var last: Referral.ID?
    private var isBegun = false

    init(view: ViewReferrals, shop: Shop, filter: ReferralFilter?) {
        self.view = view
        self.shop = shop
        self.filter = filter
    }

    private static let columns = [
        "id", "state", "reason", "referrer", "referrer_name", "referee", "referee_name", "claimed_at", "changed_at",
        "first_order", "referrer_points", "referee_points", "decided_by", "note",
    ]

    /// The next page; `nil` after the last.
    public mutating func next() async throws -> String? {
        let rows = try await view(in: shop, filter, before: last, limit: rowsMax)
        let start = isBegun ? "" : Self.columns.joined(separator: ",") + "\r\n"
        isBegun = true
        last = rows.last?.referral.id ?? last
        let page = rows.reduce(into: start) { $0 += line($1) }
        return page.isEmpty ? nil : page
    }

    private func line(_ details: ReferralDetails) -> String {
        let referral = details.referral
        let cells = [
            csvText(referral.id.text), referral.state.rawValue, referral.blockReason?.rawValue ?? "",
            csvText(referral.referrerID.text), csvText(details.referrerName), csvText(referral.refereeID.text),
            csvText(details.refereeName), referral.claimedAt.description, referral.changedAt.description,
            csvText(referral.firstOrder?.orderID.text ?? ""), referral.referrerShare.posted.description,
            referral.refereeShare.posted.description, csvText(referral.decidedBy ?? ""),
            csvText(referral.note ?? ""),
        ]
        return cells.joined(separator: ",") + "\r\n"
    }
}

private let rowsMax = 200
