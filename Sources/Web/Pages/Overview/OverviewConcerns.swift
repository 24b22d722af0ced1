import Loyalty
import Operations

/// What waits for the owner, in words; the most urgent first.
struct OverviewConcerns {
    private let attention: ShopAttention
    private let overview: ShopOverview
    private let context: BackOfficeContext
    private let wording: Wording

    init(_ attention: ShopAttention, of overview: ShopOverview, _ context: BackOfficeContext, _ wording: Wording) {
        self.attention = attention
        self.overview = overview
        self.context = context
        self.wording = wording
    }

    var all: [OverviewPage.Concern] {
        let listed = [referrals, debt].compactMap(\.self) + attention.rewards.prefix(rewardsShownMax).map(reward)
        return listed + [rest, lapsing].compactMap(\.self)
    }

    private func concern(
        _ sentence: String, at place: BackOfficePlace, _ query: String? = nil, isBad: Bool = false
    ) -> OverviewPage.Concern {
        OverviewPage.Concern(
            sentence: sentence, path: place.isOpen(to: context) ? context.path(place.path, query) : nil,
            tone: isBad ? "bad" : "warn",
            mark: wording.words(isBad ? "overview.concern.now" : "overview.concern.soon"))
    }

    private var today: Day { overview.period.last }

    private var referrals: OverviewPage.Concern? {
        guard attention.blockedReferralCount > 0 else { return nil }
        return concern(
            wording.words.count("overview.concern.referrals", attention.blockedReferralCount), at: .referrals,
            "state=blocked", isBad: true)
    }

    private var debt: OverviewPage.Concern? {
        guard attention.debtorCount > 0 else { return nil }
        return concern(
            wording.words.count(
                "overview.concern.debt", attention.debtorCount, ["points": wording.points(attention.debt)]),
            at: .members, "standing=debt")
    }

    private func reward(_ reward: Reward, _ concern: RewardConcern) -> OverviewPage.Concern {
        let words = wording.words
        return switch concern {
        case .soldOut:
            self.concern(
                words("overview.concern.sold_out", ["reward": reward.name]), at: .rewards, "state=sold_out",
                isBad: true)
        case .almostSoldOut(let left):
            self.concern(words.count("overview.concern.few", left, ["reward": reward.name]), at: .rewards)
        case .ending(let end):
            self.concern(
                words(
                    "overview.concern.ending",
                    ["reward": reward.name, "when": wording.coming(overview.calendar.day(of: end), from: today)]),
                at: .rewards)
        }
    }

    /// How many more rewards there are to look at than are shown.
    private var rest: OverviewPage.Concern? {
        let count = attention.rewards.count - rewardsShownMax
        return count > 0 ? concern(wording.words.count("overview.concern.more", Int64(count)), at: .rewards) : nil
    }

    private var lapsing: OverviewPage.Concern? {
        guard attention.lapsing > .zero, let first = attention.lapsingFrom else { return nil }
        return concern(
            wording.words(
                "overview.concern.lapsing",
                [
                    "points": wording.points(attention.lapsing),
                    "when": wording.coming(first, from: today),
                    "share": wording.share(
                        Int128(attention.lapsing.count), of: Int128(overview.flow.outstanding.count)),
                ]), at: .insight)
    }
}

private let rewardsShownMax = 5
