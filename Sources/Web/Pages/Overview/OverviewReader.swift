import Loyalty
import Operations
import Storage

/// Puts what is known of a shop into words.
struct OverviewReader {
    let overview: ShopOverview
    let context: BackOfficeContext
    let wording: Wording

    init(_ overview: ShopOverview, _ context: BackOfficeContext, _ wording: Wording) {
        self.overview = overview
        self.context = context
        self.wording = wording
    }

    private var words: Catalogue { wording.words }
    private var path: String { BackOfficePlace.overview.path }

    func page(_ frame: Frame, _ choice: OverviewChoice, top: [RankMembers.Ranked]) -> OverviewPage {
        OverviewPage(
            frame: frame,
            periods: OverviewChoice.dayCounts.map { days in
                PageLink(
                    path: context.path(path, choice.with(dayCount: days).query),
                    label: words("overview.days.\(days)"), isHere: days == choice.dayCount)
            },
            beginnings: beginnings, figures: figures,
            outstanding: words(
                "overview.outstanding", ["points": wording.points(overview.flow.outstanding)]),
            points: OverviewCharts(overview, wording).points,
            tiers: OverviewCharts(overview, wording).tiers { key in
                context.path(BackOfficePlace.members.path, "tier=\(pathPart(key))")
            },
            orders: RankMembers.Order.allCases.map { order in
                PageLink(
                    path: context.path(path, choice.with(order: order).query) + "#top",
                    label: words("overview.top.\(order.rawValue)"), isHere: order == choice.order)
            },
            top: top.map(topMember), topNote: choice.order == .spending ? words("overview.top.note") : nil,
            concerns: OverviewConcerns(overview.attention, of: overview, context, wording).all,
            feed: overview.latest.map(feedRow), activityPath: context.path("\(path)/activity"),
            signInPath: "/login?next=\(pathPart(context.path(path, choice.query)))")
    }

    private func topMember(_ ranked: RankMembers.Ranked) -> OverviewPage.TopMember {
        let member = ranked.row.member
        let rank = overview.ladder?.rank(of: member.tierKey)
        return OverviewPage.TopMember(
            path: context.memberPath(member.customerID), name: ranked.displayName,
            tier: rank.flatMap { overview.ladder?[$0].name } ?? "–", earned: wording.number(member.earned.count),
            spending: wording.money(ranked.spending))
    }

    private func feedRow(_ latest: ActivityReport.Latest) -> OverviewPage.FeedRow {
        let entry = latest.entry
        return OverviewPage.FeedRow(
            key: "\(latest.customerID)#\(entry.sequence)", path: context.memberPath(latest.customerID),
            name: latest.name.isEmpty ? latest.customerID.text : latest.name, what: wording.what(entry),
            points: wording.signed(entry.points), isDebit: entry.points < .zero,
            when: wording.ago(entry.recordedAt, at: overview.now))
    }

    private var beginnings: OverviewPage.Beginnings? {
        let found = overview.beginnings
        guard context.isOwner, !found.isDone else { return nil }
        let steps = [
            ("program", BackOfficePlace.program, found.hasProgram), ("reward", .rewards, found.hasReward),
            ("order", nil, found.hasOrder), ("helpers", .shop, found.hasHelpers),
        ].map { name, place, isDone in
            OverviewPage.Step(
                label: words("overview.begin.\(name)"), help: words("overview.begin.\(name).help"),
                path: place.flatMap { $0.isOpen(to: context) ? context.path($0.path) : nil } ?? "/docs",
                isDone: isDone)
        }
        let done = steps.count(where: \.isDone)
        return OverviewPage.Beginnings(
            progress: words("overview.begin.progress", ["done": "\(done)", "all": "\(steps.count)"]), steps: steps)
    }

    private var figures: [OverviewPage.Figure] {
        let (flow, active) = (overview.flow, overview.active)
        let joined = [
            "joined": wording.number(flow.joinedCount), "before": wording.number(flow.joinedCountBefore),
            "days": wording.number(Int64(overview.period.dayCount)),
        ]
        let quiet = [
            "share": wording.share(Int128(active.active), of: Int128(overview.memberCount)),
            "quiet": wording.number(active.quiet),
        ]
        return [
            figure(
                "members", overview.memberCount, words("overview.members.change", joined),
                isGood: flow.joinedCount > flow.joinedCountBefore),
            figure(
                "active", active.active,
                overview.memberCount > 0
                    ? words("overview.active.change", quiet) : words("overview.active.nobody"), isGood: false),
            compared("earned", flow.totals.earnedNet, flow.totalsBefore.earnedNet),
            compared("redeemed", flow.totals.redeemedNet, flow.totalsBefore.redeemedNet),
        ]
    }

    private func figure(_ name: String, _ value: Int64, _ change: String, isGood: Bool) -> OverviewPage.Figure {
        OverviewPage.Figure(
            label: words("overview.\(name)"), value: wording.number(value), change: change,
            tone: isGood ? "good" : "", meaning: words("overview.\(name).meaning"))
    }

    private func compared(_ name: String, _ now: Points, _ before: Points) -> OverviewPage.Figure {
        let days = wording.number(Int64(overview.period.dayCount))
        let holes = ["before": wording.number(before.count), "days": days]
        let change: String
        switch growth(from: before.count, to: now.count) {
        case nil: change = words("overview.change.none", holes)
        case 0?: change = words("overview.change.same", holes)
        case let tenths?:
            let key = tenths > 0 ? "overview.change.more" : "overview.change.less"
            change = words(key, holes.merging(["percent": wording.percent(tenths: abs(tenths))]) { $1 })
        }
        return figure(name, now.count, change, isGood: now > before)
    }
}

extension BackOfficeContext {
    /// Where the page of a member is.
    func memberPath(_ customer: Customer.ID, _ query: String? = nil) -> String {
        path("\(BackOfficePlace.members.path)/\(pathPart(customer.text))", query)
    }
}
