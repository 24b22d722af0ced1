public import Loyalty
import Storage

/// Shows a shop's program and its earlier versions.
public struct ViewProgram: Sendable {
    private let surroundings: Surroundings

    public init(in surroundings: Surroundings) { self.surroundings = surroundings }

    /// The version in force; `nil` where the shop never saved a program.
    public func newest(in shop: Shop) async throws -> ProgramVersion? {
        try await surroundings.database.read { connection in try ProgramStore(connection).newest(in: shop) }
    }

    /// Versions, newest first, below a number.
    public func versions(in shop: Shop, below number: Int?, limit: Int) async throws -> [ProgramVersion] {
        try await surroundings.database.read { connection in
            try ProgramStore(connection).versions(in: shop, below: number, limit: limit)
        }
    }
}
