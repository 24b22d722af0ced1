import Foundation
import Loyalty
import Operations
import SQLiteEngine
import Storage

/// The database that the demo town stands in.
struct DemoGround {
    private let settings: Settings

    init(_ settings: Settings) { self.settings = settings }

    /// The town, planted where the database is empty.
    /// - Throws: ``TownRejection`` where it holds something else.
    func town() async throws -> PlantedTown {
        let standing = try await Installation.working(on: settings) { installation -> PlantedTown? in
            let isEmpty = try await installation.database.read { connection in
                try ShopStore(connection).shops(after: nil, limit: 1).isEmpty
            }
            return isEmpty ? nil : try await PlantTown(in: installation.surroundings)()
        }
        if let standing { return standing }
        return try await plant()
    }

    /// Plants it in another file first: a planting that was cut off is begun anew, and never taken for a town.
    private func plant() async throws -> PlantedTown {
        let path = settings.database.path
        var aside = settings
        aside.database = .file(path: path + ".planting")
        aside.secretKey = try settings.secretKey ?? SecretKey.kept(beside: path)
        remove(aside.database.path)
        Console.note("Planting the demo town in \(path)")
        var progress = ProgressLine()
        let town = try await Installation.working(on: aside) { installation in
            try await PlantTown(in: installation.surroundings)() { shop, moment in
                progress.show("\(shop.name): \(moment.utcDay)")
            }
        }
        progress.clear()
        remove(path)
        guard rename(aside.database.path, path) == 0 else {
            throw CommandFailure("\(path) cannot be written: \(String(cString: strerror(errno))).")
        }
        unlink(aside.database.path + ".lock")
        return town
    }

    private func remove(_ path: String) {
        for ending in ["", "-wal", "-shm"] { unlink(path + ending) }
    }
}
