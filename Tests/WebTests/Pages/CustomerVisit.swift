import ExactJSON
import HTTPTypes
import Loyalty
import Testing

/// Customers in their browsers, at a town whose bakery has a coffee for 50 points, and where Mia has 200.
extension Visit {
    /// Signs somebody in with the platform's token.
    func browser(of person: String, reading language: String = "en") async throws -> PageVisit {
        let browser = PageVisit(client)
        browser.set("tuzo_language", to: language)
        _ = try await browser.post("/session", ["token": town.token(person)], token: nil)
        return browser
    }

    /// Records an order of the bakery that was delivered.
    func order(
        _ id: String, of customer: String = "mia", _ total: String, revision: Int64 = 1, refunded: String = "0"
    ) async throws {
        let answer = try await call(
            .put, "/api/shops/bakery/orders/\(id)", as: "platform",
            [
                "customer": ["id": .string(customer)], "status": "delivered", "total": .string(total),
                "refunded_amount": .string(refunded), "revision": .number(revision),
            ])
        #expect(answer.status < 300, "\(answer.body)")
    }

    /// What the bakery's member has, by the API.
    func balance(of person: String = "mia") async throws -> JSONValue? {
        try await ask(.get, "/api/shops/bakery/members/\(person)", as: "amina")["points_balance"]
    }
}

extension JSONValue {
    /// A whole number.
    static func number(_ number: Int64) -> JSONValue { .number(Decimal(mantissa: Int128(number), places: 0)) }
}
