import Foundation
import PostgresEngine
import SQLiteEngine
import Storage

/// Makes databases for the rig that kills: one whose members all have something due, or one of the first schema.
@main struct KillGround {
    private static let usage = """
        kill-ground past URL MEMBERS    a bakery with a past, in which something is due for every member by now
        kill-ground first-schema URL    an empty database as the first release left it
        """

    static func main() async throws {
        let words = Array(CommandLine.arguments.dropFirst())
        switch (words.first, words.count) {
        case ("past", 3): try await live(in: words[1], members: Int(words[2]))
        case ("first-schema", 2): try await begin(in: words[1])
        default: refuse()
        }
    }

    private static func live(in url: String, members: Int?) async throws {
        guard let members else { return refuse() }
        try await PastBakery.open(in: try open(url)).live(members: members)
    }

    private static func begin(in url: String) async throws {
        let database = try open(url)
        try await Migrations.apply(to: database, through: "001-first-schema")
        await database.close()
    }

    private static func open(_ url: String) throws -> any SQLDatabase {
        guard url.hasPrefix("sqlite:") else { return try PostgresDatabase.open(url) }
        return try SQLiteDatabase.open(path: String(url.dropFirst("sqlite:".count)))
    }

    private static func refuse() {
        Console.say(usage)
        exit(2)
    }
}
