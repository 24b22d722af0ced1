import Loyalty
import Operations

/// Puts the rewards of a shop into words.
struct RewardListReader {
    private let context: BackOfficeContext
    private let wording: Wording
    private let calendar: any ShopCalendar
    private let now: Instant
    private let ladder: TierLadder?
    private var words: Catalogue { wording.words }

    init(
        _ context: BackOfficeContext, _ wording: Wording, calendar: any ShopCalendar, now: Instant, ladder: TierLadder?
    ) {
        self.context = context
        self.wording = wording
        self.calendar = calendar
        self.now = now
        self.ladder = ladder
    }

    /// - Parameters:
    ///   - state: Which ones are shown; `nil` for all.
    ///   - start: How many stand on the pages before.
    ///   - once: Names the form of a row.
    func page(
        _ frame: Frame, _ listed: [ListRewards.Listed], as state: RewardState?, from start: Int, once: () -> String
    ) -> RewardListPage {
        let fitting = state.map { state in listed.filter { $0.state == state } } ?? listed
        let shown = fitting.dropFirst(start).prefix(rowsMax)
        return RewardListPage(
            frame: frame, chosen: state?.rawValue ?? "", newPath: context.path(RewardPath.new),
            exportPath: context.path("\(RewardPath.list).csv"),
            filters: filters(listed, state), rows: shown.map { row($0, once: once()) },
            hasAny: !listed.isEmpty, allPath: context.path(RewardPath.list),
            previousPath: start > 0 ? path(state, from: max(0, start - rowsMax)) : nil,
            nextPath: fitting.count > start + shown.count && !shown.isEmpty
                ? path(state, from: start + shown.count) : nil)
    }

    private func path(_ state: RewardState?, from start: Int = 0) -> String {
        let parts = [state.map { "state=\($0.rawValue)" }, start > 0 ? "from=\(start)" : nil].compactMap(\.self)
        return context.path(RewardPath.list, parts.isEmpty ? nil : parts.joined(separator: "&"))
    }

    private func filters(_ listed: [ListRewards.Listed], _ chosen: RewardState?) -> [PageLink] {
        let choices: [RewardState?] = [nil] + RewardState.allCases
        return choices.map { choice in
            let count = choice.map { choice in listed.count { $0.state == choice } } ?? listed.count
            return PageLink(
                path: path(choice),
                label: words(
                    "shelf.count",
                    [
                        "state": words("shelf.filter.\(choice?.rawValue ?? "all")"),
                        "count": wording.number(Int64(count)),
                    ]), isHere: choice == chosen)
        }
    }

    private func row(_ listed: ListRewards.Listed, once: String) -> RewardListPage.Row {
        let reward = listed.reward
        let path = "\(RewardPath.list)/\(pathPart(reward.id.text))"
        return RewardListPage.Row(
            path: context.path(path), name: reward.name,
            benefit: [wording.benefitNamed(reward.benefit), tier(of: reward)].compactMap(\.self).joined(
                separator: " · "),
            state: words("shelf.state.\(listed.state.rawValue)"), tone: tone(of: listed.state), when: when(listed),
            cost: wording.number(reward.cost.count), left: left(reward), isLow: isLow(reward),
            given: wording.number(reward.redeemedCount), recent: wording.number(listed.recentCount),
            shelfPath: context.path("\(path)/shelf"), isOn: reward.isActive, once: once)
    }

    /// For whom it is; `nil` where it is for everybody.
    private func tier(of reward: Reward) -> String? {
        let key = reward.minimumTierKey
        guard !key.isEmpty else { return nil }
        return words("offer.tier", ["tier": ladder?.tiers.first { $0.key == key }?.name ?? Tier.name(for: key)])
    }

    private func tone(of state: RewardState) -> String {
        switch state {
        case .offered: "good"
        case .soldOut: "bad"
        case .coming: "warn"
        case .ended, .off: ""
        }
    }

    private func when(_ listed: ListRewards.Listed) -> String? {
        let reward = listed.reward
        switch listed.state {
        case .coming: return reward.validFrom.map { words("shelf.from", ["day": wording.day(calendar.day(of: $0))]) }
        case .offered, .soldOut, .ended, .off:
            return reward.lastDay(in: calendar).map { words("shelf.through", ["day": wording.day($0)]) }
        }
    }

    private func left(_ reward: Reward) -> String {
        guard let total = reward.totalAvailable, let left = reward.stockLeft else { return words("shelf.endless") }
        return words("shelf.left", ["left": wording.number(left), "all": wording.number(total)])
    }

    private func isLow(_ reward: Reward) -> Bool {
        if case .almostSoldOut? = reward.concern(at: now) { true } else { false }
    }
}

private let rowsMax = 50

extension Reward {
    /// The last day on which it can be had.
    func lastDay(in calendar: any ShopCalendar) -> Day? {
        validUntil.map { calendar.day(of: Instant(milliseconds: $0.milliseconds - 1)) }
    }
}

extension Wording {
    /// What a reward gives, with the name of what it is, for those who run the shop.
    func benefitNamed(_ benefit: RewardBenefit) -> String {
        switch benefit {
        case .freeProduct(let name), .freeService(let name): "\(self.benefit(benefit)) · \(name)"
        default: self.benefit(benefit)
        }
    }
}
