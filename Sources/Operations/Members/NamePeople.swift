import Loyalty
import Storage

/// Finds what people are called who did something, by the names that entries and the audit log give them.
public struct NamePeople: Sendable {
    private let surroundings: Surroundings

    public init(in surroundings: Surroundings) { self.surroundings = surroundings }

    /// - Parameter actors: As ``Loyalty/Caller/actor`` has them; machines among them have no other name.
    /// - Returns: The names of those who are people and have one.
    public func callAsFunction(_ actors: Set<String>) async throws -> [String: String] {
        try await surroundings.database.read { connection in
            let customers = CustomerStore(connection)
            var names: [String: String] = [:]
            for actor in actors {
                guard let name = try customers.customer(Identifier(trusted: actor))?.name, !name.isEmpty else {
                    continue
                }
                names[actor] = name
            }
            return names
        }
    }
}
