public import Loyalty
public import Storage

/// Shows the operator what there is in all shops. It only reads: whoever runs the installation does not run the shops.
public struct ViewConsole: Sendable {
    private let surroundings: Surroundings

    public init(in surroundings: Surroundings) { self.surroundings = surroundings }

    public func callAsFunction(_ list: ConsoleList, _ ask: ConsoleAsk) async throws -> [ConsoleRow] {
        try await surroundings.database.read { connection in try ConsoleReport(connection).rows(list, ask) }
    }

    /// One row of a list, with all that is kept of it.
    /// - Parameter key: What names it in its shop; of an entry, its member's id, a slash and its number.
    /// - Returns: `nil` where there is none.
    public func callAsFunction(_ list: ConsoleList, _ key: String, in shop: Shop.ID) async throws -> ConsoleRow? {
        let now = surroundings.now()
        return try await surroundings.database.read { connection in
            try ConsoleReport(connection).row(list, key, in: shop, at: now)
        }
    }
}
