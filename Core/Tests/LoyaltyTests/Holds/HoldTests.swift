import Testing

@testable import Loyalty

@Suite struct HoldTests {
    @Test func `points are held up to what is available, and spent or free again as the checkout says`() throws {
        try play(
            """
            order    A-1  mia  200.00      earns 200   balance 200
            hold     h1   mia  150         balance 200   available 50   held 150
            hold     h2   mia  51          rejected available_must_cover_hold   available 50
            hold     h2   mia  50          available 0   held 200
            release  h2   mia              available 50   held 150
            confirm  h1   mia  90          takes 90   balance 110   available 110   held 0
            """)
    }

    @Test func `what is held cannot be redeemed, and what is redeemed cannot be held`() throws {
        try play(
            """
            reward  coffee  60
            order   A-1  mia  100.00
            hold    h1   mia  41
            redeem  coffee  mia            rejected balance_must_cover_cost
            confirm h1   mia  1            balance 99   available 99
            redeem  coffee  mia            takes 60
            hold    h2   mia  40           rejected available_must_cover_hold
            hold    h2   mia  39           available 0
            """)
    }

    @Test func `pending points cannot be held`() throws {
        try play(
            """
            program pending 14
            order   A-1  mia  100.00       balance 100   available 0
            hold    h1   mia  1            rejected available_must_cover_hold
            """)
    }

    @Test func `a hold of a refunded balance is confirmed as far as there are points`() throws {
        try play(
            """
            order   A-1  mia  100.00
            hold    h1   mia  100
            refund  A-1  mia  70.00        takes 70   balance 30   available 0   held 100
            confirm h1   mia  31           rejected balance_must_cover_confirmation   held 100
            confirm h1   mia  30           takes 30   balance 0   held 0
            """)
    }

    @Test func `a hold ends once`() throws {
        try play(
            """
            order    A-1  mia  200.00
            hold     h1   mia  50
            confirm  h1   mia  50          takes 50   balance 150
            confirm  h1   mia  50          takes 0   balance 150
            confirm  h1   mia  40          rejected hold_must_not_be_confirmed
            release  h1   mia              rejected hold_must_not_be_confirmed
            hold     h2   mia  50
            release  h2   mia              held 0
            release  h2   mia              held 0   available 150
            confirm  h2   mia  50          rejected hold_must_not_be_released
            hold     h3   mia  50
            today    2026-11-03
            confirm  h3   mia  50          rejected hold_must_not_be_expired
            release  h3   mia              rejected hold_must_not_be_expired
            """)
    }

    @Test func `each rule of a hold is named with its field`() throws {
        for row in rows(
            """
            points  seconds  live  code                        field    kind
            0       900      0     points_must_be_at_least_one  points   badInput
            -5      900      0     points_must_be_at_least_one  points   badInput
            101     900      0     available_must_cover_hold    points   conflict
            100     0        0     seconds_must_be_in_range     seconds  badInput
            100     86401    0     seconds_must_be_in_range     seconds  badInput
            100     900      100   holds_must_be_100_at_most    -        conflict
            100     1        99    -                            -        -
            100     86400    0     -                            -        -
            """
        ).dropFirst() {
            var books = ShopBooks()
            try books.record(order(total: "100.00"))
            let saver = books[mia]
            let rejection = rejection {
                let terms = try HoldTerms(
                    id: Identifier(trusted: "H-1"), reference: "", seconds: Int64(row[1])!, beside: Int(row[2])!,
                    at: books.now, by: "key:till")
                _ = try decideHold(of: Points(Int64(row[0])!), by: saver.member, lots: saver.openLots, terms)
            }
            #expect(rejection?.code ?? "-" == row[3], "\(row)")
            #expect(rejection?.field ?? "-" == row[4], "\(row)")
            #expect(rejection.map { "\($0.kind)" } ?? "-" == row[5], "\(row)")
        }
        #expect(throws: HoldRejection.holdMustBeOfPointsOrAReward) { try HoldWish(points: nil, reward: nil) }
        #expect(throws: HoldRejection.holdMustBeOfPointsOrAReward) {
            try HoldWish(points: Points(5), reward: coffee().id)
        }
    }

    @Test func `each rule of a confirmation is named with its field`() throws {
        for row in rows(
            """
            points  code                         kind
            0       points_must_be_at_least_one  badInput
            51      part_must_not_exceed_hold    badInput
            50      -                            -
            1       -                            -
            """
        ).dropFirst() {
            var books = ShopBooks()
            try books.record(order(total: "100.00"))
            try books.hold("H-1", of: Points(50), by: mia)
            let rejection = rejection { try books.confirm("H-1", of: mia, Points(Int64(row[0])!)) }
            #expect(rejection?.code ?? "-" == row[1], "\(row)")
            #expect(rejection.map { "\($0.kind)" } ?? "-" == row[2], "\(row)")
        }
    }

    @Test func `a confirmed hold books one debit, which names the order or the hold`() throws {
        for (order, reference, words) in [
            (Order.ID(trusted: "A-9"), "A-9", "Redeemed: order A-9"), (nil, "H-1", "Redeemed at checkout"),
        ] {
            var books = ShopBooks()
            try books.record(earning)
            try books.hold("H-1", of: Points(50), by: mia)
            let entry = try #require(try books.confirm("H-1", of: mia, order: order)).posting.entry
            #expect(entry.kind == .redeemedDiscount)
            #expect(entry.points == Points(-50))
            #expect(entry.reference == reference)
            #expect(entry.description == words)
            #expect(books[mia].member.redeemed == Points(50))
        }
    }
}

private let earning = order(total: "100.00")

private func rejection(_ act: () throws -> Void) -> (any Rejection)? {
    do {
        try act()
        return nil
    } catch { return error as? any Rejection }
}
