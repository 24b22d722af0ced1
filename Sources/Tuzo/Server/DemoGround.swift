import Foundation
import Loyalty
import Operations
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
        guard case .file(let path) = settings.database else { return try await plant(in: settings) }
        return try await plant(at: path)
    }

    /// Plants it in another file first: a planting that was cut off is begun anew, and never taken for a town.
    private func plant(at path: String) async throws -> PlantedTown {
        let draft = path + ".planting"
        var aside = settings
        aside.database = .file(path: draft)
        aside.secretKey = try settings.secretKey ?? SecretKey.kept(beside: path)
        remove(draft)
        let town = try await plant(in: aside)
        remove(path)
        guard rename(draft, path) == 0 else {
            throw CommandFailure("\(path) cannot be written: \(String(cString: strerror(errno))).")
        }
        unlink(draft + ".lock")
        return town
    }

    private func plant(in ground: Settings) async throws -> PlantedTown {
        Console.note("Planting the demo town in \(settings.database.name)")
        var progress = ProgressLine()
        defer { progress.clear() }
        return try await Installation.working(on: ground) { installation in
            try await PlantTown(in: installation.surroundings)() { shop, moment in
                progress.show("\(shop.name): \(moment.utcDay)")
            }
        }
    }

    private func remove(_ path: String) {
        for ending in ["", "-wal", "-shm"] { unlink(path + ending) }
    }
}
