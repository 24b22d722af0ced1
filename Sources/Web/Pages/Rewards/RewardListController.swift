import Hummingbird
import Loyalty
import Operations

/// What a shop offers for points, on a page and as a file.
struct RewardListController: Controller {
    let surroundings: Surroundings
    let room: PageRoom

    var endpoints: [Endpoint] {
        [
            Endpoint(page: RewardPath.list, "The rewards of a shop", access: .backOffice(by: .owner), show),
            Endpoint(page: "\(RewardPath.list).csv", "The rewards as a file", access: .backOffice(by: .owner), export),
        ]
    }

    @Sendable private func show(_ request: Request, _ context: BackOfficeContext) async throws -> Response {
        let query = try request.query()
        let state = try query.text("state").flatMap(RewardState.init(rawValue:))
        let start = try query.count("from", in: 0...1_000_000, default: 0)
        let wording = room.wording(for: context.visitor)
        let frame = room.backOfficeFrame(
            wording.words("rewards.title"), at: .rewards, for: context, notice: try request.notice(in: wording.words))
        let reader = RewardListReader(
            context, wording, calendar: try surroundings.zones.zone(named: context.shop.timeZone),
            now: surroundings.now(),
            ladder: try await ViewProgram(in: surroundings).newest(in: context.shop)?.program.tiers.ladder)
        let listed = try await ListRewards(in: surroundings)(in: context.shop)
        let page = reader.page(frame, listed, as: state, from: start) { surroundings.once() }
        return room.answer(page, for: context.visitor)
    }

    @Sendable private func export(_ request: Request, _ context: BackOfficeContext) async throws -> Response {
        .csv(named: "rewards.csv", try await ListRewards(in: surroundings).export(in: context.shop))
    }
}
