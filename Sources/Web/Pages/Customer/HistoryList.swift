import Loyalty
import Operations
import Storage

/// A page of what happened to the points of one membership, newest first.
struct HistoryList: Sendable {
    let rows: [HistoryRow]
    /// Where older rows are; `nil` at the end.
    let older: String?

    static let rowCount = 20

    /// - Parameter found: One row more than is shown, where there is one.
    init(_ found: [HistoryReport.Row], in shop: Shop, _ zone: Zone, today: Day, _ wording: Wording) {
        rows = found.prefix(HistoryList.rowCount).map { HistoryRow($0, in: shop, zone, today: today, wording) }
        let isMore = found.count > HistoryList.rowCount
        older = isMore ? "\(shopPath(shop))/history?before=\(found[HistoryList.rowCount - 1].entry.sequence)" : nil
    }
}

/// One entry in plain words.
struct HistoryRow: Sendable {
    let entryPath: String
    let what: String
    let points: String
    let isCredit: Bool
    let balanceAfter: String
    let when: String

    init(_ row: HistoryReport.Row, in shop: Shop, _ zone: Zone, today: Day, _ wording: Wording) {
        let entry = row.entry
        entryPath = "\(shopPath(shop))/history/\(entry.sequence)"
        what = wording.what(entry, rewardName: row.rewardName)
        points = wording.signed(entry.points)
        isCredit = entry.points > .zero
        balanceAfter = wording.number(entry.balanceAfter.count)
        when = wording.past(zone.day(of: entry.occurredAt), from: today)
    }
}

extension Wording {
    /// What an entry records, in plain words.
    func what(_ entry: Entry, rewardName: String?) -> String {
        let name = rewardName ?? ""
        let key = "entry.\(entry.kind.rawValue)"
        return switch entry.kind {
        // Of points spent at a checkout the reference names the order, if there was one.
        case .redeemedDiscount where rewardName == nil: words("entry.spent_at_checkout")
        case .earnedBonus where rewardName != nil: words("entry.bonus_of_reward", ["reward": name])
        case .expired where entry.isOfLeaving: words("entry.left")
        case .expired where entry.undoesExpiry: words("entry.expiry_undone")
        case .earnedBonus, .adjustment: words(key, ["reason": entry.description])
        default: words(key, ["order": entry.reference, "reward": name])
        }
    }
}
