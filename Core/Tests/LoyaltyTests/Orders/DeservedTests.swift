import Testing

@testable import Loyalty

@Suite struct DeservedTests {
    @Test func `an order deserves its points from delivery on, or from payment on`() throws {
        for row in rows(
            """
            status            delivery  payment
            pending           0         0
            paid              0         42
            processing        0         42
            shipped           0         42
            out_for_delivery  0         42
            delivered         42        42
            cancelled         0         0
            returned          0         0
            """
        ).dropFirst() {
            let status = try #require(OrderStatus(rawValue: row[0]))
            for (moment, expected) in zip([EarningMoment.delivery, .payment], row[1...]) {
                let deserved = try deserved(
                    by: order("A-1", status, total: "42.00"), under: terms { $0.earnsOn = moment }, in: bakery)
                let isEarning = expected != "0"
                #expect("\(deserved.points)" == expected, "\(row) \(moment)")
                #expect(deserved.spending == (isEarning ? 4_200 : 0), "\(row) \(moment)")
                #expect(deserved.isCounted == isEarning, "\(row) \(moment)")
            }
        }
        #expect(OrderStatus.allCases.count == 8)
    }

    @Test func `without terms an order deserves no points, but it is spending once it is delivered`() throws {
        for status in OrderStatus.allCases {
            let deserved = try deserved(
                by: order("A-1", status, total: "42.00", refunded: "2.00"), under: nil, in: bakery)
            #expect(deserved.points == .zero)
            #expect(deserved.spending == (status == .delivered ? 4_000 : 0), "\(status)")
            #expect(deserved.isCounted == (status == .delivered), "\(status)")
        }
    }

    @Test func `below the minimum an order is still spending, net of refunds`() throws {
        let deserved = try deserved(
            by: order(total: "42.00", refunded: "2.00"), under: terms { $0.minimumSpend = money("50") }, in: bakery)
        #expect(deserved == Deserved(points: .zero, spending: 4_000, isCounted: true))
    }

    @Test func `an order refunded in full counts for nothing`() throws {
        let whole = try deserved(by: order(total: "42.00", refunded: "42.00"), under: terms(), in: bakery)
        #expect(whole == Deserved(points: .zero, spending: 0, isCounted: false))
        let byLine = order(total: "42.00", lines: [line(3, for: "42.00", back: 3)])
        #expect(try deserved(by: byLine, under: terms(), in: bakery) == whole)
    }

    @Test func `an order that was free counts as an order`() throws {
        #expect(
            try deserved(by: order(total: "0"), under: terms(), in: bakery)
                == Deserved(points: .zero, spending: 0, isCounted: true))
    }

    @Test func `refunds of lines, by quantity and by amount, and of the whole add up`() throws {
        for row in rows(
            """
            quantity  amount  back  of line  of order  left
            3         10.00   0     0        0         20.00
            3         10.00   1     0        0         16.67
            3         10.00   2     0        0         13.33
            3         10.00   3     0        0         10.00
            2         0.01    1     0        0         19.99
            3         10.00   1     1.00     0         15.67
            3         10.00   1     1.00     2.50      13.17
            1         10.00   0     10.00    10.00     0.00
            1         10.00   1     0        10.00     0.00
            """
        ).dropFirst() {
            let line = try line(
                #require(Int64(row[0])), for: row[1], back: #require(Int64(row[2])), refunded: row[3])
            let deserved = try deserved(
                by: order(total: "20.00", lines: [line], refunded: row[4]), under: terms(), in: bakery)
            #expect(deserved.spending == money(row[5]).minorUnits, "\(row)")
        }
    }

    @Test func `sending lines back in any split never takes more than was earned, and all of it takes all`() throws {
        for quantity in 1...7 as ClosedRange<Int64> {
            for cents in [0, 1, 2, 99, 100, 333, 1_000, 9_999] as [Int64] {
                var last = Int64.max
                for back in 0...quantity {
                    let amount = Money(minorUnits: cents, kes)
                    let line = OrderLine(
                        id: "1", quantity: quantity, amount: amount, refundedQuantity: back, refundedAmount: money("0"))
                    let order = order(total: amount.description, lines: [line])
                    let left = try deserved(by: order, under: terms(), in: bakery).spending
                    #expect((0...last).contains(left), "\(back) of \(quantity) for \(amount)")
                    last = left
                }
                #expect(last == 0, "all \(quantity) for \(cents)")
            }
        }
    }
}

private func terms(_ edit: (inout Program) -> Void = { _ in }) -> OrderTerms {
    OrderTerms(version: version(of: program(edit)), tierKey: "bronze", multiplier: .one)
}
