import ExactJSON
import Hummingbird
import Loyalty
import Operations
import Storage

/// What the person who is signed in was told.
struct NoticesController: Controller {
    let surroundings: Surroundings

    var endpoints: [Endpoint] {
        [
            Endpoint(
                .get, "/api/me/notices", "List the caller's notices, newest first", tag: "Me", access: .person,
                query: Page.parameters, answers: [.ok(.page(of: MemberShapes.notice))], notices)
        ]
    }

    @Sendable private func notices(_ request: Request, _ context: PersonContext) async throws -> Response {
        let page = try Page(of: request, keyCount: 4)
        let notices = try await ViewNotices(in: surroundings)(
            of: context.customerID, after: page.after.map(NoticeReport.Place.init), limit: page.limit + 1)
        let next = notices.count > page.limit ? notices[page.limit - 1].place.cursor : nil
        return .page(Array(notices.prefix(page.limit)), nextCursor: next) { json, notice in
            json.object { json in
                json.field("type", "points_expiring")
                json.field("shop_id", notice.shopID)
                json.field("shop_name", notice.shopName)
                json.field("points", notice.warning.points)
                json.field("expires_on", notice.warning.lapsesOn)
                json.field("created_at", notice.warning.warnedAt)
            }
        }
    }
}

extension NoticeReport.Place {
    fileprivate var cursor: String {
        Page.cursor([
            JSONValue(warnedAt.milliseconds), .string(shopID.text), JSONValue(Int64(lastDay.number)),
            JSONValue(Int64(daysBefore)),
        ])
    }

    /// - Throws: ``QueryRejection`` for a cursor that was not given here.
    fileprivate init(_ keys: [JSONValue]) throws {
        let numbers = [keys[0], keys[2], keys[3]].compactMap(\.wholeNumber)
        guard numbers.count == 3, case .string(let shop) = keys[1], let day = Int32(exactly: numbers[1]) else {
            throw QueryRejection(rule: .cursorMustBeOneThatWasGiven, field: "cursor")
        }
        self.init(
            warnedAt: Instant(milliseconds: numbers[0]), shopID: try Identifier(shop, field: "cursor"),
            lastDay: Day(number: day), daysBefore: Int(numbers[2]))
    }
}
