import Loyalty
import Operations
import Testing

struct MemberSearchTests {
    @Test(arguments: ["élo", "ÉLODIE", "elodie@", "C-7", "c-7"])
    func `a member is found by the beginning of a name, an address or an id`(text: String) async throws {
        let town = try await Town.open()
        let elodie = Customer(id: Identifier(trusted: "c-7"), name: "Élodie Wanjiru", email: "elodie@example.org")
        try await town.order("A-1", of: elodie, 1_000)
        try await town.order("A-2", of: Town.juma, 1_000)
        let found = try await ViewMembers(in: town.surroundings).list(
            in: Town.bakery, search: text, after: nil, limit: 10)
        #expect(found.map(\.name) == ["Élodie Wanjiru"])
    }

    @Test(arguments: ["%", "_", "\\", "'", "lodie"])
    func `what is no beginning finds nobody`(text: String) async throws {
        let town = try await Town.open()
        try await town.order("A-1", 1_000)
        let found = try await ViewMembers(in: town.surroundings).list(
            in: Town.bakery, search: text, after: nil, limit: 10)
        #expect(found.isEmpty)
    }
}
