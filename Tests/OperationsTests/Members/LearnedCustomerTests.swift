import Loyalty
import Operations
import Storage
import TestDatabase
import Testing

/// What orders tell of their customers.
struct LearnedCustomerTests {
    private static let known = customer(email: "mia@example.org", phone: "+254700000001", birthday: "1990-02-28")

    @Test(arguments: [
        (customer(""), known), (known, known),
        (
            customer("", email: "m@example.org"),
            customer(email: "m@example.org", phone: known.phone, birthday: "1990-02-28")
        ),
        (customer("", phone: "1"), customer(email: known.email, phone: "1", birthday: "1990-02-28")),
        (
            customer("Mia Odhiambo"),
            customer("Mia Odhiambo", email: known.email, phone: known.phone, birthday: "1990-02-28")
        ),
        (
            customer("", birthday: "1970-01-01"),
            customer(email: known.email, phone: known.phone, birthday: "1970-01-01")
        ),
    ])
    func `what is said replaces what is known, and silence keeps it`(said: Customer, then: Customer) async throws {
        #expect(try await learned([Self.known, said]) == then)
    }

    @Test(arguments: [
        known, customer(), customer("", email: "mia@example.org"), customer("", phone: "+254700000001"),
        customer("", birthday: "1970-01-01"),
    ])
    func `somebody of whom nothing was known is learned at once`(said: Customer) async throws {
        #expect(try await learned([said]) == said)
        #expect(try await learned([Self.customer(""), said]) == said)
    }

    private static func customer(
        _ name: String = "Mia", email: String? = nil, phone: String? = nil, birthday: String? = nil
    ) -> Customer {
        Customer(
            id: Town.mia.id, name: name, email: email, phone: phone, birthday: birthday.flatMap { Day($0) })
    }

    private func learned(_ said: [Customer]) async throws -> Customer? {
        let ground = try await TestDatabase.migrated()
        return try await ground.database.write(in: .people) { connection in
            let store = CustomerStore(connection)
            for customer in said { try store.learn(customer, from: .platform) }
            return try store.customer(Town.mia.id)
        }
    }
}
