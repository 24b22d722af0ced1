import Loyalty

@testable import Operations
@testable import Web

/// Invitations in the town of the till: Mia, who has ordered there, invites.
extension TillTown {
    /// Somebody accepts an invitation.
    @discardableResult
    func claim(
        by friend: String, named name: String = "", from host: String = "mia", email: String? = nil
    ) async throws -> Referral {
        _ = try await SaveCustomer(in: server.surroundings)(
            Customer(id: Identifier(trusted: friend), name: name, email: email))
        let view = try await ViewMembers(in: server.surroundings)(Identifier(trusted: host), in: bakery)
        return try await ClaimReferral(in: server.surroundings)(
            view.member.referralCode, by: Identifier(trusted: friend), from: nil, in: bakery, actor: friend
        ).referral.referral
    }

    func review(_ referral: Referral, _ verdict: ReferralVerdict) async throws {
        _ = try await ReviewReferral(in: server.surroundings)(
            referral.id, verdict, note: nil, in: bakery, actor: "amina")
    }

    func held(_ referral: Referral) async throws -> Referral {
        try await ViewReferrals(in: server.surroundings).story(of: referral.id, in: bakery).referral
    }
}
