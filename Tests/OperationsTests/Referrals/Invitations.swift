import Loyalty
import Operations
import Storage

/// Invitations in the town.
extension Town {
    static let wanja = Customer(id: Identifier(trusted: "wanja"), name: "Wanja Kamau")

    @discardableResult
    func claim(
        by referee: Customer = juma, from referrer: Customer = mia, at address: String? = nil, in shop: Shop = bakery
    ) async throws -> ReferralDetails {
        let code = try await member(referrer, in: shop).member.referralCode
        return try await claim(code, by: referee, at: address, in: shop).referral
    }

    func claim(
        _ code: String, by referee: Customer, at address: String? = nil, in shop: Shop = bakery
    ) async throws -> (referral: ReferralDetails, isNew: Bool) {
        try await ClaimReferral(in: surroundings)(
            code, by: referee.id, from: address, in: shop, actor: referee.id.text)
    }

    func review(
        _ id: Referral.ID, _ verdict: ReferralVerdict, note: String? = nil, in shop: Shop = bakery
    ) async throws -> ReferralDetails {
        try await ReviewReferral(in: surroundings)(id, verdict, note: note, in: shop, actor: shop.ownerID.text)
    }

    func referrals(_ state: ReferralState? = nil, in shop: Shop = bakery) async throws -> [Referral] {
        try await ViewReferrals(in: surroundings)(in: shop, state.map { .state($0) }, before: nil, limit: 100).map(
            \.referral)
    }

    /// Balances in the bakery; `nil` for somebody who is no member.
    func balances(_ people: Customer..., in shop: Shop = bakery) async throws -> [Int64?] {
        try await surroundings.database.read { connection in
            try people.map { try MemberStore(connection).member($0.id, in: shop.id)?.balance.count }
        }
    }
}
