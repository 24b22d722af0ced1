import Hummingbird
import Loyalty
import Operations

/// How a shop stands, at one glance, and what happens in it.
struct OverviewController: Controller {
    let surroundings: Surroundings
    let room: PageRoom
    private let activeCounts = ActiveCounts()

    private static let path = BackOfficePlace.overview.path

    init(surroundings: Surroundings, room: PageRoom) {
        self.surroundings = surroundings
        self.room = room
    }

    var endpoints: [Endpoint] {
        [
            Endpoint(page: Self.path, "The overview of a shop", access: .backOffice(by: .owner, .staff), show),
            Endpoint(
                page: "\(Self.path)/activity", "What happens in a shop, as it happens",
                access: Access.backOffice(by: .owner, .staff).lasting, watch),
        ]
    }

    @Sendable private func show(_ request: Request, _ context: BackOfficeContext) async throws -> Response {
        let choice = try OverviewChoice(request.query())
        let overview = try await ViewOverview(in: surroundings, remembering: activeCounts)(
            context.shop, dayCount: choice.dayCount)
        let top = try await RankMembers(in: surroundings)(
            in: context.shop, by: choice.order, in: overview.period)
        let wording = room.wording(for: context.visitor)
        let frame = room.backOfficeFrame(
            wording.words("overview.title"), at: .overview, for: context,
            notice: try request.notice(in: wording.words))
        let reader = OverviewReader(overview, context, wording)
        return room.answer(reader.page(frame, choice, top: top), for: context.visitor)
    }

    /// Says that something happened, and what kind of thing; the page is asked for the rest.
    @Sendable private func watch(
        _ request: Request, _ context: LastingContext<BackOfficeContext>
    ) async throws -> Response {
        let stream = ActivityStream(opening: "retry: 2000\n\n") { event in
            "event: change\ndata: \(event.kind.rawValue)\n\n"
        }
        return stream.answer(
            request, in: context.admitted.shop.id, surroundings.activity, while: context.readmit)
    }
}

/// What of the overview is asked for, by `?days=&top=`; what makes no sense is as good as nothing.
struct OverviewChoice: Sendable {
    static let dayCounts = [7, 30, 90, 365]

    let dayCount: Int
    let order: RankMembers.Order

    init(_ query: Query) throws {
        let asked = try query.text("days").flatMap { Int($0) }
        dayCount = asked.flatMap { Self.dayCounts.contains($0) ? $0 : nil } ?? 30
        order = try query.text("top").flatMap(RankMembers.Order.init(rawValue:)) ?? .points
    }

    private init(dayCount: Int, order: RankMembers.Order) {
        self.dayCount = dayCount
        self.order = order
    }

    func with(dayCount: Int? = nil, order: RankMembers.Order? = nil) -> OverviewChoice {
        OverviewChoice(dayCount: dayCount ?? self.dayCount, order: order ?? self.order)
    }

    /// What stands behind the question mark.
    var query: String { "days=\(dayCount)&top=\(order.rawValue)" }
}
