import ExactJSON
import Loyalty
import Operations
import Storage
import Testing

/// A customer is the same person in every shop, so that no shop has the last word about anybody.
struct TellerTests {
    private let impostor = Customer(
        id: Town.mia.id, name: "Somebody", email: "guest@example.org", phone: "+254700000000",
        birthday: Day("2000-01-01"))

    @Test func `what a shop says of a known customer changes nothing about them`() async throws {
        let town = try await Town.open()
        try await town.order("A-1", 100_00)
        _ = try await EnrolMember(in: town.surroundings)(impostor, from: .shop, in: Town.bookshop, actor: "ben")
        _ = try await ProcessOrder(in: town.surroundings)(
            Identifier(trusted: "S-1"), try document(of: impostor, in: Town.bookshop), in: Town.bookshop,
            by: .person(Town.bookshop.ownerID))
        #expect(try await town.known(Town.mia.id) == Town.mia)
    }

    @Test func `a shop names somebody whom nobody knows, and gives no address that orders could be claimed by`()
        async throws
    {
        let town = try await Town.open()
        let stranger = Customer(id: Identifier(trusted: "wanja"), name: "Wanja", email: "guest@example.org")
        _ = try await EnrolMember(in: town.surroundings)(stranger, from: .shop, in: Town.bookshop, actor: "ben")
        #expect(try await town.known(stranger.id) == Customer(id: stranger.id, name: "Wanja"))
        _ = try await EnrolMember(in: town.surroundings)(
            stranger, from: .platform, in: Town.bookshop, actor: "platform")
        #expect(try await town.known(stranger.id) == stranger)
    }

    @Test func `the platform's key alone speaks for the platform`() {
        func key(of shop: Shop.ID?) -> Caller {
            .key(APIKey(id: Identifier(trusted: "k"), name: "Till", shopID: shop, scopes: [.orders]))
        }
        #expect(key(of: nil).teller == .platform)
        #expect(key(of: Town.bakery.id).teller == .shop)
        #expect(Caller.person(Town.bakery.ownerID).teller == .shop)
    }

    @Test func `a person who tells the state of an order stands in the audit log`() async throws {
        let town = try await Town.open()
        let order: Order.ID = Identifier(trusted: "A-1")
        for document in [try document(of: Town.mia, in: Town.bakery), nil] {
            _ = try await ProcessOrder(in: town.surroundings)(
                order, document, in: Town.bakery, by: .person(Identifier(trusted: "brian")))
        }
        let acts = try await town.surroundings.database.read { connection in
            try AuditLogStore(connection).acts(about: order.text, in: Town.bakery.id, limit: 10)
        }
        #expect(acts.map { "\($0.actor) \($0.action)" } == ["brian process_order"])
        #expect(acts.first?.after.contains(#""status":"delivered""#) == true)
    }

    private func document(of customer: Customer, in shop: Shop) throws -> OrderDocument {
        let body =
            #"{"customer":{"id":"\#(customer.id)","name":"\#(customer.name)"},"status":"delivered","total":"10"}"#
        return try OrderDocument(JSONFields(parsing: Array(body.utf8)), id: Identifier(trusted: "A-1"), in: shop)
    }
}

extension Town {
    fileprivate func known(_ customer: Customer.ID) async throws -> Customer? {
        try await surroundings.database.read { connection in try CustomerStore(connection).customer(customer) }
    }
}
