import Loyalty
import Operations
import Testing

struct CodeKeyTests {
    @Test func `a database knows the key that its codes were made with`() async throws {
        let town = try await Town.open()
        #expect(try await ConfirmCodeKey(in: town.surroundings)())
        #expect(try await ConfirmCodeKey(in: town.surroundings)())
        let other = Surroundings(database: town.surroundings.database, codeKey: [UInt8](repeating: 8, count: 32))
        #expect(try await !ConfirmCodeKey(in: other)())
    }
}
