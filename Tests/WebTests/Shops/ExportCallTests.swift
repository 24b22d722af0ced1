import ExactJSON
import HTTPTypes
import Storage
import Testing

@testable import Operations

struct ExportCallTests {
    private let path = "/api/shops/bakery/exports"
    private static let names = ["entries", "redemptions", "members", "referrals", "rewards", "audit-log"]

    @Test(arguments: names)
    func `the owner takes a file of the shop home, and nobody else does`(name: String) async throws {
        try await ClientTown().visit { visit in
            try await visit.openShops()
            try await visit.sell()
            let file = try await visit.text("\(path)/\(name).csv", as: "amina")
            #expect(file.status == 200 && file.headers[.contentType] == "text/csv; charset=utf-8")
            #expect(file.headers[.contentDisposition] == "attachment; filename=\"\(name).csv\"")
            for (caller, status) in [("mia", 404), ("juma", 404), ("ben", 404)] {
                #expect(try await visit.text("\(path)/\(name).csv", as: caller).status == status, "\(caller)")
            }
            #expect(try await visit.text("\(path)/\(name).csv", as: nil).status == 401)
        }
    }

    @Test func `entries are those of the days that are named, and of this shop alone`() async throws {
        try await ClientTown().visit { visit in
            try await visit.openShops()
            try await visit.sell()
            func lines(
                _ query: String = "", in shop: String = "bakery", of owner: String = "amina"
            ) async throws
                -> [Substring]
            {
                try await visit.text("/api/shops/\(shop)/exports/entries.csv\(query)", as: owner).text
                    .split(separator: "\r\n")
            }
            let all = try await lines()
            #expect(all.count == 3 && all[0] == StatementRow.columns.joined(separator: ","))
            #expect(all[1].hasPrefix("\"bakery\",\"mia\",1,earned_purchase,42,42,"))
            #expect(try await lines("?from=2026-11-02&until=2026-11-02") == all)
            #expect(try await lines("?from=2026-11-03").count == 1)
            #expect(try await lines(in: "bookshop", of: "ben").count == 1)
        }
    }

    @Test(arguments: [
        ("?from=2026-11-03&until=2026-11-02", "from_must_not_be_after_to"),
        ("?from=yesterday", "parameter_must_be_a_day"),
    ])
    func `days that make no sense are named`(query: String, code: String) async throws {
        try await ClientTown().visit { visit in
            try await visit.openShops()
            let problem = try await visit.ask(.get, "\(path)/entries.csv\(query)", as: "amina", gives: 400)
            #expect(problem["code"] == .string(code) && problem["field"] == "from")
        }
    }
}
