import ExactJSON
import HTTPTypes
import HummingbirdTesting
import Loyalty
import Operations
import Testing

struct BonusCallTests {
    @Test func `a report is answered with the bonus, and its repetition with the same`() async throws {
        try await ClientTown().visit { visit in
            try await visit.openBonusShops()
            _ = try await visit.ask(.put, "/api/shops/bakery/members/mia", as: "mia", gives: 201)
            let report: JSONValue = ["customer_id": "mia", "event": "review", "reference": "R-1"]
            let bonus = try await visit.ask(.post, bonuses, as: "platform", report, gives: 201)
            let expected: JSONValue = [
                "customer_id": "mia", "event": "review", "reference": "R-1", "points_change": 10, "balance": 110,
                "sequence": 2, "occurred_at": "2026-11-02T12:00:00Z", "recorded_at": "2026-11-02T12:00:00Z",
                "actor": "key:platform",
            ]
            #expect(bonus == expected)
            #expect(try await visit.ask(.post, bonuses, as: "amina", report) == bonus)
            let list = try await visit.ask(.get, "\(bonuses)?customer_id=mia&limit=1", as: "amina")
            #expect(list["items"] == [bonus])
            guard case .string(let cursor) = list["next_cursor"] else { throw NoCursor() }
            let rest = try await visit.ask(.get, "\(bonuses)?customer_id=mia&cursor=\(cursor)", as: "amina")
            #expect(rest["items"]?[0]?["event"] == "signup")
            #expect(rest["next_cursor"] == .null)
        }
    }

    @Test func `each rejection has its code and its field`() async throws {
        try await ClientTown().visit { visit in
            try await visit.openBonusShops()
            _ = try await visit.ask(.put, "/api/shops/bakery/members/mia", as: "mia", gives: 201)
            let report: [String: JSONValue] = ["customer_id": "mia", "event": "newsletter", "reference": "N-1"]
            _ = try await visit.ask(.post, bonuses, as: "amina", .of(report), gives: 201)
            let wrong: [([String: JSONValue], Int, JSONValue, JSONValue?)] = [
                (["reference": "N-2"], 409, "bonus_limit_must_not_be_reached", "event"),
                (["event": "party"], 404, "bonus_event_must_exist", "event"),
                (["event": "birthday", "reference": "2026"], 404, "bonus_event_must_exist", "event"),
                (["event": "signup", "reference": "signup"], 404, "bonus_event_must_exist", "event"),
                (["event": "survey"], 409, "bonus_must_be_on", "event"),
                (["customer_id": "juma"], 404, "membership_must_exist", nil),
                (["reference": ""], 400, "id_must_not_be_empty", "reference"),
                (
                    ["reference": "N-2", "occurred_at": "2026-11-02T12:00:01Z"], 400,
                    "bonus_time_must_not_be_in_the_future", "occurred_at"
                ),
                (
                    ["event": "review", "reference": "R-2", "occurred_at": "9999-12-31T00:00:00Z"], 400,
                    "bonus_time_must_not_be_in_the_future", "occurred_at"
                ),
                (
                    ["reference": "N-2", "occurred_at": "1969-12-31T23:59:59Z"], 400, "bonus_time_must_be_since_1970",
                    "occurred_at"
                ),
            ]
            for (edit, status, code, field) in wrong {
                let body = JSONValue.of(report.merging(edit) { $1 })
                let answer = try await visit.call(.post, bonuses, as: "amina", body)
                #expect(answer.status == status, "\(edit)")
                #expect(answer.body["code"] == code, "\(edit)")
                #expect(answer.body["field"] == field, "\(edit)")
            }
            _ = try await visit.ask(.put, "/api/shops/bakery/program", as: "amina", ["is_active": false])
            let off = try await visit.call(
                .post, bonuses, as: "amina", ["customer_id": "mia", "event": "review", "reference": "R-1"])
            #expect((off.status, off.body["code"]) == (409, "program_must_be_active"))
            let mia = try await visit.ask(.get, "/api/shops/bakery/members/mia", as: "mia")
            #expect(mia["points_balance"] == 120)
        }
    }

    @Test func `bonuses are for the owner and machines to give, and for the staff to see`() async throws {
        try await ClientTown().visit { visit in
            try await visit.openBonusShops()
            _ = try await visit.ask(.put, "/api/shops/bakery/members/mia", as: "mia", gives: 201)
            let report: JSONValue = ["customer_id": "mia", "event": "review", "reference": "R-1"]
            for (caller, status) in [(nil, 401), ("mia", 404), ("juma", 404), ("ben", 404)] {
                _ = try await visit.ask(.post, bonuses, as: caller, report, gives: status)
                _ = try await visit.ask(.get, "\(bonuses)?customer_id=mia", as: caller, gives: status)
            }
            _ = try await visit.ask(.get, "\(bonuses)?customer_id=mia", as: "platform", gives: 403)
            _ = try await visit.ask(.get, bonuses, as: "amina", gives: 400)
            _ = try await visit.ask(.get, "\(bonuses)?customer_id=juma", as: "amina", gives: 404)
            _ = try await visit.ask(.get, "/api/shops/bookshop/bonuses?customer_id=mia", as: "ben", gives: 404)
            _ = try await visit.ask(.post, "/api/shops/bookshop/bonuses", as: "ben", report, gives: 404)
        }
    }

    private let bonuses = "/api/shops/bakery/bonuses"
}

private struct NoCursor: Error {}

extension JSONValue {
    fileprivate static func of(_ members: [String: JSONValue]) -> JSONValue {
        var json = JSONWriter()
        json.object { json in
            for (key, value) in members.sorted(by: { $0.key < $1.key }) { json.field(key, value) }
        }
        return (try? JSONValue(parsing: json.bytes)) ?? .null
    }
}
