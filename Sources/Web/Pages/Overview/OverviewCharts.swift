import Loyalty
import Operations
import Storage

/// The charts of the overview.
struct OverviewCharts {
    private let overview: ShopOverview
    private let wording: Wording
    private var words: Catalogue { wording.words }

    init(_ overview: ShopOverview, _ wording: Wording) {
        self.overview = overview
        self.wording = wording
    }

    /// Points earned and redeemed over the period.
    var points: Chart {
        let steps = overview.period.steps
        let series = overview.flow.series(over: steps)
        let (earned, redeemed) = (series.earned.total, series.redeemed.total)
        let best = zip(steps, series.earned).max { $0.1 < $1.1 }
        let holes = [
            "earned": wording.points(earned), "reversed": wording.number(overview.flow.totals.reversed.count),
            "redeemed": wording.points(redeemed), "returned": wording.number(overview.flow.totals.returned.count),
            "days": wording.number(Int64(overview.period.dayCount)),
            "best": best.map { wording.day($0.0.lowerBound) } ?? "", "most": wording.points(best?.1 ?? .zero),
        ]
        let isQuiet = earned == .zero && redeemed == .zero
        let key = isQuiet ? "quiet" : overview.period.isByWeek ? "weeks" : "days"
        return .trend(
            "points-over-time", words("overview.points.title"), words("overview.points.\(key)", holes),
            over: steps.map { wording.day($0.lowerBound) },
            heading: words(overview.period.isByWeek ? "chart.week" : "chart.day"),
            [
                TrendSeries(label: words("overview.points.earned"), values: series.earned.map(\.count)),
                TrendSeries(label: words("overview.points.redeemed"), values: series.redeemed.map(\.count)),
            ], wording)
    }

    /// How many members hold each tier, the lowest first.
    func tiers(path: (_ tierKey: String) -> String) -> Chart {
        let counts = Dictionary(uniqueKeysWithValues: overview.tierCounts.map { ($0.tierKey, $0.count) })
        let ladder = overview.ladder?.tiers ?? []
        let known = ladder.enumerated().map { rank, tier in
            BarPart(label: tier.name, value: counts[tier.key] ?? 0, mark: "tier-\(min(rank, 4))", path: path(tier.key))
        }
        let others = overview.tierCounts.filter { count in !ladder.contains { $0.key == count.tierKey } }.map { count in
            BarPart(label: count.tierKey.isEmpty ? words("overview.tiers.none") : count.tierKey, value: count.count)
        }
        let parts = known + others
        let most = parts.max { $0.value < $1.value }
        let sentence =
            if overview.memberCount == 0 {
                words("overview.tiers.empty")
            } else {
                words(
                    "overview.tiers.sentence",
                    [
                        "share": wording.share(Int128(most?.value ?? 0), of: Int128(overview.memberCount)),
                        "tier": most?.label ?? "",
                    ])
            }
        return .distribution(
            "tiers", words("overview.tiers.title"), sentence, overview.memberCount == 0 ? [] : parts,
            headings: [words("members.tier"), words("overview.members"), words("chart.share")], wording)
    }
}
