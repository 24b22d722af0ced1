import Loyalty
import Operations
import Testing

/// What is needed most often is read on one journey to the database: all of it is announced, and all that is announced
/// is used.
struct AnnouncedReadTests {
    @Test func `a new order of a member asks for nothing that was not announced`() async throws {
        let town = try await Town.open()
        try await town.order("A1", 10_000)
        let (listened, database) = town.listenedTo()
        #expect(try await listened.order("A2", 20_000).isNew)
        #expect(database.heard.announced.count == 6)
        #expect(database.heard.unannounced.isEmpty)
        #expect(database.heard.unasked.isEmpty)
    }

    @Test func `a look at a member asks for nothing that was not announced`() async throws {
        let town = try await Town.open()
        try await town.order("A1", 10_000)
        let (listened, database) = town.listenedTo()
        #expect(try await listened.member().available == Points(100))
        #expect(database.heard.announced.count == 5)
        #expect(database.heard.unannounced.isEmpty)
        #expect(database.heard.unasked.isEmpty)
    }
}
