public import Loyalty
import Storage

/// A shop that a friend invites to, as the invited sees it.
public struct Invitation: Sendable {
    public let shop: Shop
    /// The first name of the friend; empty where the platform never told it.
    public let friendName: String
    /// What both sides get; `nil` while the shop takes no invitations.
    public let terms: ReferralTerms?
    public let standing: Standing

    /// What the invitation is to the one who looks at it.
    public enum Standing: Sendable, Equatable {
        /// It can be claimed, as far as is known.
        case open
        /// It is the visitor's own.
        case own
        /// The visitor claimed it before.
        case claimed(ReferralState)
    }
}

/// Shows where the link of an inviting member leads.
public struct ViewInvitation: Sendable {
    private let surroundings: Surroundings

    public init(in surroundings: Surroundings) { self.surroundings = surroundings }

    /// All invitations by a code: one as a rule, because a code is unique in its shop alone.
    /// - Parameters:
    ///   - code: As it stands in the link, or as somebody typed it.
    ///   - visitor: Who looks at it, where that is known.
    /// - Throws: ``ReferralRejection/referralCodeMustExist``.
    public func callAsFunction(_ code: String, for visitor: Customer.ID?) async throws -> [Invitation] {
        let code = ReferralCode.read(typed: code)
        guard ReferralCode.isPossible(code) else { throw ReferralRejection.referralCodeMustExist }
        let found = try await surroundings.database.read { connection in
            try InvitationReport(connection).hosts(withCode: code).map { shopID, host in
                guard let shop = try ShopStore(connection).shop(shopID) else {
                    throw StorageFailure.corrupt("shop \(shopID) is missing")
                }
                return try invitation(of: host, to: shop, for: visitor, connection)
            }
        }
        guard !found.isEmpty else { throw ReferralRejection.referralCodeMustExist }
        return found
    }

    private func invitation(
        of host: Customer.ID, to shop: Shop, for visitor: Customer.ID?, _ connection: any SQLConnection
    ) throws -> Invitation {
        let program = try ProgramStore(connection).newest(in: shop)?.program
        let isOpen = program.map { $0.isActive && $0.referral.isActive } ?? false
        let claimed = try visitor.flatMap { visitor in
            try ReferralStore(connection).referral(of: visitor, by: host, in: shop)
        }
        let name = try CustomerStore(connection).customer(host)?.name ?? ""
        return Invitation(
            shop: shop, friendName: name.split(whereSeparator: \.isWhitespace).first.map { String($0) } ?? "",
            terms: isOpen ? program?.referral : nil,
            standing: visitor == host ? .own : claimed.map { .claimed($0.state) } ?? .open)
    }
}
