import Loyalty
import Testing

@Suite struct EntryTests {
    @Test func `the canonical bytes of an entry, spelled out`() {
        let bytes = entry().canonicalBytes
        let spelled =
            "6:bakery,3:mia,1:1,15:earned_purchase,2:84,2:84,3:A-1,9:Order A-1,8:key:till,"
            + "13:1793620800000,13:1793620801250,1:3,"
        #expect(String(decoding: bytes, as: UTF8.self) == spelled)
    }

    @Test func `lengths are in bytes, and what is absent is empty`() {
        let entry = entry {
            $0.kind = .adjustment
            $0.points = Points(-84)
            $0.balanceAfter = .zero
            $0.reference = ""
            $0.description = "Café, 🥐: \"1:x,\""
            $0.programVersion = nil
            $0.occurredAt = Instant(milliseconds: -1)
        }
        let spelled =
            "6:bakery,3:mia,1:1,10:adjustment,3:-84,1:0,0:,19:Café, 🥐: \"1:x,\",8:key:till,2:-1,13:1793620801250,0:,"
        #expect(String(decoding: entry.canonicalBytes, as: UTF8.self) == spelled)
    }

    @Test func `every field is covered, and no text can pass for two fields`() {
        let entries = [
            entry(), entry { $0.shopID = bookshop.id }, entry { $0.customerID = juma }, entry { $0.sequence = 2 },
            entry { $0.kind = .earnedBonus }, entry { $0.points = Points(83) }, entry { $0.points = Points(-84) },
            entry { $0.balanceAfter = Points(85) }, entry { $0.reference = "A-2" }, entry { $0.description = "" },
            entry { $0.actor = "tuzo" }, entry { $0.occurredAt = Instant(milliseconds: 0) },
            entry { $0.recordedAt = Instant(milliseconds: 0) }, entry { $0.programVersion = nil },
            entry { $0.programVersion = 0 },
            entry {
                $0.reference = "A-1,9:Order A-1"
                $0.description = ""
            },
            entry {
                $0.reference = ""
                $0.description = "A-1,9:Order A-1"
            },
        ]
        #expect(Set(entries.map(\.canonicalBytes)).count == entries.count)
    }

    @Test func `the largest numbers can be written`() {
        let entry = entry {
            $0.sequence = .max
            $0.points = Points(.min)
            $0.balanceAfter = Points(.max)
        }
        let text = String(decoding: entry.canonicalBytes, as: UTF8.self)
        #expect(
            text.contains("19:9223372036854775807,15:earned_purchase,20:-9223372036854775808,19:9223372036854775807,"))
    }

    @Test func `the kinds are the words of the API, each in its column of the reports`() throws {
        for row in rows(
            """
            earned_purchase      earned
            earned_signup        earned
            earned_referral      earned
            earned_review        earned
            earned_birthday      earned
            earned_bonus         earned
            redeemed_discount    redeemed
            redeemed_product     redeemed
            redeemed_service     redeemed
            redeemed_shipping    redeemed
            redeemed_bonus       redeemed
            expired              expired
            adjustment           adjusted
            reversed_purchase    reversed
            reversed_redemption  returned
            reversed_referral    reversed
            """)
        {
            #expect(try #require(EntryKind(rawValue: row[0])).total.rawValue == row[1])
        }
        #expect(EntryKind.allCases.count == 16)
    }
}

/// An entry's fields while a test changes them.
private struct EntryFields {
    var shopID = bakery.id
    var customerID = mia
    var sequence: Int64 = 1
    var kind = EntryKind.earnedPurchase
    var points = Points(84)
    var balanceAfter = Points(84)
    var reference = "A-1"
    var description = "Order A-1"
    var actor = "key:till"
    var occurredAt = instant("2026-11-02T12:00:00Z")
    var recordedAt = instant("2026-11-02T12:00:01.250Z")
    var programVersion: Int? = 3
}

private func entry(_ edit: (inout EntryFields) -> Void = { _ in }) -> Entry {
    var fields = EntryFields()
    edit(&fields)
    return Entry(
        shopID: fields.shopID, customerID: fields.customerID, sequence: fields.sequence, kind: fields.kind,
        points: fields.points, balanceAfter: fields.balanceAfter, reference: fields.reference,
        description: fields.description, actor: fields.actor, occurredAt: fields.occurredAt,
        recordedAt: fields.recordedAt, programVersion: fields.programVersion)
}
