import Testing

@testable import Loyalty

/// A refund is told in parts, by lines, quantities and amounts, late and twice, while the owner edits the program.
@Suite struct SplitRefundTests {
    @Test(arguments: 1...60 as ClosedRange<UInt64>)
    func `after a full refund in any split all is as if the order had never been`(seed: UInt64) throws {
        var dice = Dice(seed: seed)
        var refunded = try start()
        try play(split(of: 90_000, into: dice.roll(1...6), &dice), in: &refunded, &dice)
        #expect(Standing(refunded[mia]) == Standing(try start()[mia]), "seed \(seed)")
    }

    @Test(arguments: 1...60 as ClosedRange<UInt64>)
    func `after a part of it in any split all is as if the order had never been larger`(seed: UInt64) throws {
        var dice = Dice(seed: seed)
        let left = dice.roll(1...89_999)
        var (refunded, smaller) = (try start(), try start())
        try smaller.record(order(revision: 1, total: amount(left), placed: "2026-10-20"))
        try play(split(of: 90_000 - left, into: dice.roll(1...6), &dice), in: &refunded, &dice)
        #expect(Standing(refunded[mia]) == Standing(smaller[mia]), "seed \(seed)")
    }

    @Test(arguments: 1...60 as ClosedRange<UInt64>)
    func `so it is when points lapse before, between and after the parts`(seed: UInt64) throws {
        var dice = Dice(seed: seed)
        let left = dice.pick([0, dice.roll(1...89_999)])
        let parts = split(of: 90_000 - left, into: dice.roll(1...6), &dice)
        let days = (parts + [0]).map { _ in dice.roll(0...400) }
        var (refunded, smaller) = (try start(), try start())
        try refunded.record(order(revision: 1, total: "900.00", placed: "2026-10-20"))
        if left > 0 { try smaller.record(order(revision: 1, total: amount(left), placed: "2026-10-20")) }
        var sum: Int64 = 0
        for (place, part) in parts.enumerated() {
            try refunded.pass(days[place])
            try smaller.pass(days[place])
            sum += part
            try refunded.record(
                order(revision: Int64(place) + 2, total: "900.00", placed: "2026-10-20", refunded: amount(sum)))
            #expect(Standing(refunded[mia]).balance >= Standing(smaller[mia]).balance, "seed \(seed)")
        }
        try refunded.pass(days.last ?? 0)
        try smaller.pass(days.last ?? 0)
        #expect(Standing(refunded[mia]) == Standing(smaller[mia]), "seed \(seed)")
    }
}

extension ShopBooks {
    /// Lets days go by, each with its upkeep; in the middle of them Mia is given something else.
    fileprivate mutating func pass(_ days: Int64) throws {
        for day in 0..<days {
            today = today + 1
            if day == days / 2 { try adjust(mia, by: Points(30)) }
            upkeep(mia)
        }
    }
}

/// Mia has earned and spent before; the order lifts her to Gold.
private func start() throws -> ShopBooks {
    var books = ShopBooks(program: program { $0.pendingDays = 3 })
    try books.record(order("A-0", total: "700.00", placed: "2026-10-01"))
    books.offer(coffee())
    try books.redeem(coffee(), by: mia)
    return books
}

/// What a refund does not touch is the program in force; everything else of it may change in between.
private func play(_ parts: [Int64], in books: inout ShopBooks, _ dice: inout Dice) throws {
    var states = [order(revision: 1, total: "900.00", placed: "2026-10-20", lines: lines())]
    var (ofOrder, ofLine) = (Int64(0), Int64(0))
    for part in parts {
        if dice.roll(0...1) == 0, ofLine + part <= 45_000 { ofLine += part } else { ofOrder += part }
        states.append(
            order(
                revision: Int64(states.count + 1), total: "900.00", placed: "2026-10-20",
                lines: lines(refunded: ofLine), refunded: amount(ofOrder)))
    }
    let rest = states.dropFirst().shuffled(using: &dice)
    for state in states.prefix(1) + rest + states.suffix(1) {
        for _ in 0...dice.roll(0...1) { try books.record(state) }
        #expect(books[mia].findings(at: books.now) == [])
        books.save { program in
            program.pointsPerUnit = rate("\(dice.roll(0...5))")
            program.minimumSpend = money("\(dice.roll(0...50))")
            program.debtPolicy = dice.pick(DebtPolicy.allCases)
            program.rounding = dice.pick([.down, .halfUp, .up])
        }
    }
}

private func lines(refunded: Int64 = 0) -> [OrderLine] {
    [line(1, for: "450.00", refunded: amount(refunded)), line(3, for: "450.00", id: "2")]
}

private func amount(_ minorUnits: Int64) -> String { Money(minorUnits: minorUnits, kes).description }

/// Cuts an amount into parts.
private func split(of whole: Int64, into count: Int64, _ dice: inout Dice) -> [Int64] {
    let cuts = ([0, whole] + (1..<count).map { _ in dice.roll(0...whole) }).sorted()
    return zip(cuts, cuts.dropFirst()).map { $1 - $0 }
}

/// All that counts of a member, whatever way led there.
private struct Standing: Hashable {
    let balance: Points
    let earned: Points
    let redeemed: Points
    let expired: Points
    let orderCount: Int64
    let tierKey: String
    let spendingByDay: [Int64]
    let lots: [Day?: Points]

    init(_ books: MemberBooks) {
        balance = books.member.balance
        earned = books.member.earned
        redeemed = books.member.redeemed
        expired = books.member.expired
        orderCount = books.member.orderCount
        tierKey = books.member.tierKey
        spendingByDay = (-40...10).map { books.history.sum(from: openingDay + $0, through: openingDay + $0) }
        lots = Dictionary(books.openLots.map { ($0.expiresOn, $0.remaining) }, uniquingKeysWith: +)
    }
}
