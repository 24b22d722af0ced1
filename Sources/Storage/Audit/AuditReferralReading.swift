import Loyalty

extension AuditPage {
    /// Reads the referrals that name a member of these, on either side.
    mutating func readReferrals(in shop: Shop, _ connection: any SQLConnection) throws {
        let versions = versions
        func reading(_ row: inout SQLRow) throws -> Referral {
            try ReferralReading(&row, in: shop) { number in
                guard let version = versions.first(where: { $0.number == number }) else {
                    throw StorageFailure.corrupt("its program version \(number) is missing")
                }
                return version
            }.referral
        }
        try read(referralColumns, from: "referral", of: "referrer_id", connection) { row, records in
            records.invitations.append(try reading(&row))
        }
        let chains = InvitationChains(in: keys.shop, connection)
        try read(referralColumns, from: "referral", of: "referee_id", connection) { row, records in
            let referral = try reading(&row)
            records.claims.append(
                AuditClaim(
                    referral: referral,
                    referrerPeak: referral.state == .pending ? try chains.peak(of: referral.referrerID) : .zero,
                    closesCircle: try chains.isCircle(closedBy: referral)))
        }
    }
}

/// Who invited whom over live referrals, asked link by link, so that no more than one chain is ever in memory.
private struct InvitationChains {
    let shop: Shop.ID
    let connection: any SQLConnection

    init(in shop: Shop.ID, _ connection: any SQLConnection) {
        self.shop = shop
        self.connection = connection
    }

    /// Whether the referrer was invited by the referee, over others or directly.
    ///
    /// Each circle is told of the member with the lowest id in it: as soon as a chain comes to a lower one, it is left
    /// to that one. So hardly more than a few links are asked for, however long the chains are.
    func isCircle(closedBy referral: Referral) throws -> Bool {
        guard referral.state.isLive else { return false }
        var inviter: Customer.ID? = referral.referrerID
        for _ in 0..<Referral.chainMax {
            guard let link = inviter, link >= referral.refereeID else { return false }
            if link == referral.refereeID { return true }
            inviter = try self.inviter(of: link)
        }
        return false
    }

    private func inviter(of customer: Customer.ID) throws -> Customer.ID? {
        try connection.first(
            """
            SELECT referrer_id FROM referral
            WHERE shop_id = \(shop) AND referee_id = \(customer)
                AND state IN (\(ReferralState.pending.rawValue), \(ReferralState.paid.rawValue))
            """
        ) { row in try row.id() }
    }

    /// The larger of a member's highest balance and of what they have earned; 0 for nobody.
    func peak(of customer: Customer.ID) throws -> Points {
        try connection.first(
            """
            SELECT earned_points,
                (SELECT MAX(balance_after) FROM entry WHERE shop_id = \(shop) AND customer_id = \(customer))
            FROM member WHERE shop_id = \(shop) AND customer_id = \(customer)
            """
        ) { row in max(Points(row.optionalInteger() ?? 0), Points(row.optionalInteger() ?? 0)) } ?? .zero
    }
}
