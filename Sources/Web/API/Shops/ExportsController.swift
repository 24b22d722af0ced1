import Hummingbird
import Loyalty
import Operations
import Storage

/// What owners take home of their shop, as files for their own programs.
struct ExportsController: Controller {
    let surroundings: Surroundings

    private static let days = [
        QueryParameter("from", .day, "The first day, in the shop's zone; from the beginning if absent"),
        QueryParameter("until", .day, "The last day; all there are if absent"),
    ]

    var endpoints: [Endpoint] {
        [
            export("entries", "all entries of the shop, with their hashes", days: true, entries),
            export("redemptions", "what was redeemed, newest first, without codes", days: true, redemptions),
            export("members", "all members as of today", members),
            export("referrals", "who invited whom, newest first", referrals),
            export("rewards", "all rewards", rewards),
            export("audit-log", "who changed what, newest first", acts),
        ]
    }

    private func export(
        _ name: String, _ what: String, days: Bool = false,
        _ handler: @escaping @Sendable (Request, ShopContext) async throws -> Response
    ) -> Endpoint {
        Endpoint(
            .get, "/api/shops/{shop}/exports/\(name).csv", "Download \(what)", tag: "Exports",
            access: .shop(by: .owner), query: days ? Self.days : [],
            answers: [AnswerShape(.ok, .text(), "One line a row", contentType: "text/csv")], handler)
    }

    @Sendable private func entries(_ request: Request, _ context: ShopContext) async throws -> Response {
        let days = try ExportDays(request.query())
        return .csv(named: "entries.csv", ExportEntries(in: surroundings)(in: context.shop, days))
    }

    @Sendable private func redemptions(_ request: Request, _ context: ShopContext) async throws -> Response {
        let days = try ExportDays(request.query())
        return .csv(named: "redemptions.csv", try ExportRedemptions(in: surroundings)(in: context.shop, days))
    }

    @Sendable private func members(_ request: Request, _ context: ShopContext) async throws -> Response {
        .csv(named: "members.csv", ListMembers(in: surroundings).export(in: context.shop, MemberFilter()))
    }

    @Sendable private func referrals(_ request: Request, _ context: ShopContext) async throws -> Response {
        .csv(named: "referrals.csv", ViewReferrals(in: surroundings).export(in: context.shop, nil))
    }

    @Sendable private func rewards(_ request: Request, _ context: ShopContext) async throws -> Response {
        .csv(named: "rewards.csv", try await ListRewards(in: surroundings).export(in: context.shop))
    }

    @Sendable private func acts(_ request: Request, _ context: ShopContext) async throws -> Response {
        .csv(named: "audit-log.csv", ViewAuditLog(in: surroundings).export(in: context.shop))
    }
}

extension ExportDays {
    /// The days of `?from=&until=`.
    init(_ query: Query) throws {
        try self.init(from: query.day("from"), until: query.day("until"))
    }
}
