import ExactJSON
import HTTPTypes
import Loyalty
import Testing

/// Programs, versions, previews and tiers, as an owner and others call them.
struct ProgramCallsTests {
    private let program = "/api/shops/bakery/program"
    private let mia = "/api/shops/bakery/members/mia"

    @Test func `a program that cannot be is refused by name, and nothing is different afterwards`() async throws {
        try await town { visit in
            let before = try await visit.state()
            let refusals: [(JSONValue, Int, JSONValue, JSONValue)] = [
                (
                    ["tiers": tiers("bronze 0", "silver 600", "gold 500")], 400, "thresholds_must_rise",
                    "tiers.gold.threshold"
                ),
                (["tiers": tiers("bronze 0", "silver 0")], 400, "thresholds_must_rise", "tiers.silver.threshold"),
                (["tiers": tiers("bronze 1")], 400, "lowest_tier_must_start_at_zero", "tiers.bronze.threshold"),
                (["tiers": tiers("bronze 0")], 409, "tier_must_not_be_held", "tiers.silver"),
                (["tiers": tiers("silver 0")], 409, "tier_must_not_be_held", "tiers.bronze"),
                (["grace_days": 366], 400, "grace_must_be_a_year_at_most", "grace_days"),
            ]
            for (edit, status, code, field) in refusals {
                for (method, path) in [(HTTPRequest.Method.put, program), (.post, "\(program)/preview")] {
                    let answer = try await visit.ask(method, path, as: "amina", edit, gives: status)
                    #expect(answer["code"] == code)
                    #expect(answer["field"] == field)
                }
            }
            #expect(try await visit.state() == before)
        }
    }

    @Test func `a preview tells what a save would change`() async throws {
        try await town { visit in
            let edit: JSONValue = ["tiers": tiers("bronze 0", "silver 700", "gold 1500", "platinum 5000")]
            let preview = try await visit.ask(.post, "\(program)/preview", as: "amina", edit)
            #expect(preview["program_version"] == 2)
            #expect(preview["valid"] == true)
            #expect(preview["members"]?[1] == ["tier": "silver", "before": 1, "after": 1])
            #expect(preview["moves"] == [], "a tier that was reached is kept to the end of the year")
            #expect(preview["points_outstanding"] == 650)
            #expect(
                preview["recent_orders"]
                    == ["days": 30, "orders": 2, "points_before": 650, "points_after": 650])
            #expect(try await visit.ask(.get, program, as: "amina")["version"] == 1)
        }
    }

    @Test func `each version tells what it changed`() async throws {
        try await town { visit in
            let edit: JSONValue = [
                "name": "Crumbs", "expiry": ["policy": "never"],
                "tiers": tiers("bronze 0", "silver 500", "ruby 900", "gold 1600", "platinum 5000"),
            ]
            _ = try await visit.ask(.put, program, as: "amina", edit)
            let version = try await visit.ask(.get, "\(program)/versions/2", as: "amina")
            guard case .array(let changes) = version["changes"] else { throw MissingChanges() }
            let settings = changes.map { $0["setting"] ?? .null }
            #expect(settings.starts(with: ["name", "expiry.policy", "expiry.days"]))
            #expect(settings.contains("tiers.gold.threshold"))
            let ruby = try #require(changes.first { $0["setting"] == "tiers.ruby" })
            #expect(ruby["before"] == .null)
            #expect(ruby["after"]?["threshold"] == 900)
            let listed = try await visit.ask(.get, "\(program)/versions?limit=1", as: "amina")
            #expect(listed["items"]?[0] == version)
            let first = try await visit.ask(.get, "\(program)/versions/1", as: "amina")
            #expect(first["changes"] == [])
            for number in ["3", "0", "-1", "two", "99999999999999999999"] {
                let missing = try await visit.ask(.get, "\(program)/versions/\(number)", as: "amina", gives: 404)
                #expect(missing["code"] == "version_must_exist")
            }
        }
    }

    @Test func `a tier is given by hand, explained, and taken back`() async throws {
        try await town { visit in
            let grant: JSONValue = ["tier": "gold", "through": "2026-12-31", "reason": "A friend of the house"]
            let given = try await visit.ask(.put, "\(mia)/tier-grant", as: "amina", grant)
            #expect(given["current_tier"] == "gold")
            #expect(given["tier_grant"] == ["tier": "gold", "through": "2026-12-31"])
            let why = try await visit.ask(.get, "\(mia)/tier/explanation", as: "mia")
            #expect(why["tier"] == "gold")
            #expect(why["reason"] == "granted")
            #expect(why["held_through"] == "2026-12-31")
            #expect(why["grounds"]?[0] == ["reason": "reached_by_spending", "tier": "silver"])
            #expect(why["next_review_on"] == "2027-01-01")
            let taken = try await visit.ask(.delete, "\(mia)/tier-grant", as: "amina")
            #expect(taken["current_tier"] == "silver")
            #expect(taken["tier_grant"] == .null)
            let none = try await visit.ask(.delete, "\(mia)/tier-grant", as: "amina", gives: 404)
            #expect(none["code"] == "grant_must_exist")
            let log = try await visit.ask(.get, "/api/shops/bakery/audit-log?limit=2", as: "amina")
            #expect(log["items"]?[0]?["action"] == "revoke_tier")
            #expect(log["items"]?[1]?["action"] == "grant_tier")
            #expect(log["items"]?[1]?["after"]?["reason"] == "A friend of the house")
        }
    }

    @Test func `a grant that cannot be is refused by name, and nothing is different afterwards`() async throws {
        try await town { visit in
            let before = try await visit.state()
            let refusals: [(JSONValue, JSONValue, JSONValue)] = [
                (["tier": "ruby", "through": "2026-12-31", "reason": "x"], "tier_must_exist", "tier"),
                (["tier": "gold", "through": "2026-12-31", "reason": " "], "reason_must_not_be_empty", "reason"),
                (
                    ["tier": "gold", "through": "2026-11-01", "reason": "x"], "grant_must_not_end_in_the_past",
                    "through"
                ),
                (
                    ["tier": "gold", "through": "2031-11-03", "reason": "x"], "grant_must_end_within_five_years",
                    "through"
                ),
                (["tier": "gold", "through": "2026-12-31"], "field_is_required", "reason"),
            ]
            for (body, code, field) in refusals {
                let answer = try await visit.ask(.put, "\(mia)/tier-grant", as: "amina", body, gives: 400)
                #expect(answer["code"] == code)
                #expect(answer["field"] == field)
            }
            #expect(try await visit.state() == before)
        }
    }

    @Test func `nobody else may`() async throws {
        try await town { visit in
            let before = try await visit.state()
            let grant: JSONValue = ["tier": "gold", "through": "2026-12-31", "reason": "x"]
            for caller in ["ben", "mia", "juma"] {
                _ = try await visit.ask(.put, "\(mia)/tier-grant", as: caller, grant, gives: 404)
                _ = try await visit.ask(.delete, "\(mia)/tier-grant", as: caller, gives: 404)
                _ = try await visit.ask(.post, "\(program)/preview", as: caller, ["name": "x"], gives: 404)
                _ = try await visit.ask(.get, "\(program)/versions/1", as: caller, gives: 404)
            }
            _ = try await visit.ask(.get, "\(mia)/tier/explanation", as: "ben", gives: 404)
            _ = try await visit.ask(.get, "\(mia)/tier/explanation", as: "juma", gives: 404)
            _ = try await visit.ask(.get, "/api/shops/bakery/members/nobody/tier/explanation", as: "amina", gives: 404)
            #expect(try await visit.state() == before)
        }
    }

    /// Amina's bakery with the standard program: Mia spent 600.00 and Juma 50.00. Ben owns the bookshop.
    private func town(_ body: @Sendable @escaping (Visit) async throws -> Void) async throws {
        try await ClientTown().visit { visit in
            for (shop, owner) in [("bakery", "amina"), ("bookshop", "ben")] {
                let made: JSONValue = [
                    "name": .string(shop), "owner_id": .string(owner), "currency": "KES", "time_zone": "Africa/Nairobi",
                ]
                _ = try await visit.ask(.put, "/api/shops/\(shop)", as: "platform", made, gives: 201)
                _ = try await visit.ask(.put, "/api/shops/\(shop)/program", as: owner, [:], gives: 201)
            }
            for (id, customer, total) in [("A-1", "mia", "600.00"), ("A-2", "juma", "50.00")] {
                let order: JSONValue = [
                    "customer": ["id": .string(customer)], "status": "delivered", "total": .string(total),
                    "placed_at": "2026-11-01T08:00:00Z",
                ]
                _ = try await visit.ask(.put, "/api/shops/bakery/orders/\(id)", as: "platform", order, gives: 201)
            }
            try await body(visit)
        }
    }

    private struct MissingChanges: Error {}
}

/// `silver 500`, as the API takes tiers.
private func tiers(_ texts: String...) -> JSONValue {
    .array(
        texts.map { text in
            let parts = text.split(separator: " ").map(String.init)
            return ["name": .string(Tier.name(for: parts[0])), "threshold": .string(parts[1]), "multiplier": 1]
        })
}

extension Visit {
    /// Everything about the bakery that these calls could have changed.
    fileprivate func state() async throws -> [JSONValue] {
        try await [
            ask(.get, "/api/shops/bakery/program/versions", as: "amina"),
            ask(.get, "/api/shops/bakery/members", as: "amina"),
            ask(.get, "/api/shops/bakery/audit-log", as: "amina"),
        ]
    }
}
