import ExactJSON
import Hummingbird
import Loyalty
import Operations
import Storage

/// What happened to a customer lately, in all shops.
struct CustomerNoticesController: Controller {
    let desk: CustomerDesk

    var endpoints: [Endpoint] {
        [Endpoint(page: "/loyalty/notices", "What happened lately", access: .visitor, show)]
    }

    @Sendable private func show(_ request: Request, _ context: VisitorContext) async throws -> Response {
        let wording = desk.room.wording(for: context.visitor)
        let place = try Page(of: request, keyCount: 2).after.map(NewsPlace.init)
        let news = try await ViewNews(in: desk.surroundings)(
            of: context.customerID, after: place.map { (at: $0.at, key: $0.key) }, limit: newsPerPage + 1)
        let now = desk.surroundings.now()
        let frame = try await desk.frame(wording.words("notices.title"), at: .notices, for: context)
        let older = news.count > newsPerPage ? NewsPlace(news[newsPerPage - 1]) : nil
        let page = CustomerNoticesPage(
            frame: frame, notices: news.prefix(newsPerPage).map { NoticeRow($0, now: now, wording) },
            older: older.map { "/loyalty/notices?cursor=\($0.cursor)" })
        return desk.room.answer(page, for: context.visitor)
    }
}

/// Notices, newest first.
struct CustomerNoticesPage: Screen {
    static let template = "notices"

    let frame: Frame
    let notices: [NoticeRow]
    /// Where older ones are; `nil` at the end.
    let older: String?
}

/// One notice, and the shop it is about.
struct NoticeRow: Sendable {
    let icon: String
    let shopName: String
    let noticePath: String
    let headline: String
    let advice: String?
    let when: String

    init(_ news: News, now: Instant, _ wording: Wording) {
        let words = wording.words
        shopName = news.shop.name
        when = wording.past(news.zone.day(of: news.at), from: news.zone.day(of: now))
        let shop = shopPath(news.shop)
        switch news.event {
        case .pointsExpire(let warning):
            (icon, noticePath) = ("clock", shop)
            headline = words(
                "notices.expire", ["points": wording.points(warning.points), "day": wording.day(warning.lapsesOn)])
            advice = words("notices.expire.advice")
        case .codeEnds(let code, let rewardName):
            (icon, noticePath) = ("qr", "\(shop)#codes")
            headline = words(
                "notices.code", ["reward": rewardName, "day": wording.moment(code.expiresAt, in: news.zone)])
            advice = words("codes.unused.\(code.onCodeExpiry.rawValue)")
        case .earned(let row):
            (icon, noticePath) = ("plus", "\(shop)/history/\(row.entry.sequence)")
            headline = words("notices.earned", ["points": wording.points(row.entry.points)])
            advice = wording.what(row.entry, rewardName: row.rewardName)
        case .tierReached(let name):
            (icon, noticePath) = ("tier", "\(shop)#tiers")
            headline = words("notices.tier", ["tier": name])
            advice = words("notices.tier.advice")
        case .tierLeft(let name):
            (icon, noticePath, advice) = ("tier", "\(shop)#tiers", nil)
            headline = words("notices.tier_left", ["tier": name])
        }
    }
}

/// Where a page of notices ended.
private struct NewsPlace {
    let at: Instant
    let key: String

    init(_ news: News) { (at, key) = (news.at, news.key) }

    /// - Throws: ``QueryRejection`` for a cursor that was not given here.
    init(_ keys: [JSONValue]) throws(QueryRejection) {
        guard let milliseconds = keys[0].wholeNumber, case .string(let key) = keys[1] else {
            throw QueryRejection(rule: .cursorMustBeOneThatWasGiven, field: "cursor")
        }
        (at, self.key) = (Instant(milliseconds: milliseconds), key)
    }

    var cursor: String { Page.cursor([JSONValue(at.milliseconds), .string(key)]) }
}

private let newsPerPage = 20
