@testable import Loyalty

extension MemberBooks {
    /// Everything that does not fit, in one line each: the invariants 1 to 6 of QUALITY.md, told by the entries alone.
    func findings(at now: Instant) -> [String] {
        balanceFindings(at: now) + leavingFindings(at: now) + entryFindings + lotFindings
            + orders.values.flatMap(orderFindings) + totalFindings
    }

    private func balanceFindings(at now: Instant) -> [String] {
        let pending = openLots.filter { $0.availableAt > now }.map(\.remaining).total
        let unended = holds.values.filter { $0.outcome == nil }
        let available = max(.zero, member.balance - member.held - pending)
        return found([
            ("1: the balance is not the sum of the entries", member.balance != entries.map(\.points).total),
            ("1: the balance is not the last one", member.balance != entries.last?.balanceAfter ?? .zero),
            ("1: held is not what the holds say", member.held != unended.map(\.points).total + reserved),
            ("1: the available points do not fit", member.available(in: openLots, at: now) != available),
        ])
    }

    private func leavingFindings(at now: Instant) -> [String] {
        let live = redemptions.filter { $0.status(at: now) == .pending }
        return found([
            ("left with \(member.balance)", member.hasLeft && member.balance > .zero),
            ("left with \(live.count) codes", member.hasLeft && !live.isEmpty),
        ])
    }

    private var entryFindings: [String] {
        var balance = Points.zero
        return entries.enumerated().flatMap { index, entry in
            balance += entry.points
            let isDebt = entry.points < .zero && entry.balanceAfter < .zero
            return found([
                ("3: entry \(entry.sequence) is not numbered \(index + 1)", entry.sequence != Int64(index + 1)),
                ("1: entry \(entry.sequence) has another balance", entry.balanceAfter != balance),
                ("4: \(entry.kind) made a debt", isDebt && entry.kind.total != .reversed),
            ])
        }
    }

    private var lotFindings: [String] {
        var used: [Int64: Points] = [:]
        for use in uses.values.joined() { used[use.lotSequence, default: .zero] += use.points }
        let remaining = lots.values.map(\.remaining).total
        let sums = found([("2: the lots hold \(remaining)", remaining != max(.zero, member.balance))])
        return sums
            + lots.values.flatMap { lot in
                found([
                    ("2: lot \(lot.sequence) holds \(lot.remaining)", lot.remaining < .zero),
                    (
                        "2: lot \(lot.sequence) does not add up",
                        (used[lot.sequence] ?? .zero) + lot.remaining != lot.points
                    ),
                ])
            }
    }

    private func orderFindings(_ held: HeldOrder) -> [String] {
        let id = held.order.id
        let shop = member.shopID == bookshop.id ? bookshop : bakery
        let purchases: [EntryKind] = [.earnedPurchase, .reversedPurchase]
        let booked = entries.filter { $0.reference == id.text && purchases.contains($0.kind) }.map(\.points).total
        guard let deserved = try? deserved(by: held.order, under: held.terms, in: shop) else {
            return ["5: \(id) is too large"]
        }
        let isUndone = held.order.status == .returned || held.order.refunded == held.order.total.minorUnits
        return found([
            ("5: \(id) has posted \(booked)", held.posted != booked),
            ("5: \(id) does not have what it deserves", held.posted - held.shortfall != deserved.points),
            ("6: \(id) took back more than it gave", booked < .zero),
            ("6: \(id) was undone, but not to zero", isUndone && held.posted != held.shortfall),
        ])
    }

    private var totalFindings: [String] {
        let earned = entries.filter { [.earned, .reversed].contains($0.kind.total) }.map(\.points).total
        let redeemed = entries.filter { [.redeemed, .returned].contains($0.kind.total) }.map(\.points).total
        let expired = entries.filter { $0.kind == .expired }.map(\.points).total
        return found([
            ("17: earned is not what the entries say", member.earned != earned),
            ("17: redeemed is not what the entries say", member.redeemed != -redeemed),
            ("17: expired is not what the entries say", member.expired != -expired),
            ("17: the orders are miscounted", member.orderCount != Int64(orders.values.count(where: \.isCounted))),
            ("17: the spending is not the orders'", history.total != orders.values.map(\.spending).reduce(0, +)),
            ("11: changes are misnumbered", tierChanges.map(\.number) != (0..<tierChanges.count).map { Int64($0 + 1) }),
        ])
    }
}

private func found(_ checks: [(sentence: String, isBroken: Bool)]) -> [String] {
    checks.filter(\.isBroken).map(\.sentence)
}
