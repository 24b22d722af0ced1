import Storage
import TestDatabase
import Testing

struct ExpectedQueryTests {
    private let ground: TestDatabase
    private var database: any SQLDatabase { ground.database }

    init() async throws {
        ground = try await TestDatabase.empty()
        try await StampCard.open(ground.database)
        try await database.write { connection in
            for name in ["Juma", "Mia"] { try StampCard.issue(to: name, on: connection) }
        }
    }

    @Test func `announced queries give their rows, asked for in whatever order, and others between them`() async throws
    {
        let found = try await database.read { connection in
            try connection.expect(names)
            try connection.expect(stamps(of: "Mia"))
            try connection.expect(stamps(of: "Juma"))
            let juma = try connection.first(stamps(of: "Juma")) { row in try row.count() }
            let count = try StampCard.count(connection)
            let mia = try connection.first(stamps(of: "Mia")) { row in try row.count() }
            return (try connection.all(names) { row in try row.text() }, [juma, mia, count])
        }
        #expect(found.0 == ["Juma", "Mia"])
        #expect(found.1 == [0, 0, 2])
    }

    @Test func `a query between the announcement and the question does not take its rows`() async throws {
        let found = try await database.read { connection in
            try connection.expect(names)
            let count = try StampCard.count(connection)
            return (count, try connection.all(names) { row in try row.text() })
        }
        #expect(found == (2, ["Juma", "Mia"]))
    }

    @Test(arguments: [true, false])
    func `what is written after an announcement is seen`(isWaitedFor: Bool) async throws {
        let found = try await database.write { connection in
            try connection.expect(names)
            try connection.expect(stamps(of: "Mia"))
            let before = try connection.first(stamps(of: "Mia")) { row in try row.count() }
            try connection.expect(stamps(of: "Mia"))
            let stamp: SQLStatement = "UPDATE card SET stamps = 7, customer = 'Mia' WHERE customer = 'Mia'"
            if isWaitedFor { try connection.execute(stamp) } else { try connection.send(stamp) }
            try StampCard.issue(to: "Otieno", on: connection)
            let after = try connection.first(stamps(of: "Mia")) { row in try row.count() }
            return ([before, after], try connection.all(names) { row in try row.text() })
        }
        #expect(found.0 == [0, 7])
        #expect(found.1 == ["Juma", "Mia", "Otieno"])
    }

    @Test func `an announced query answers one question`() async throws {
        let counts = try await database.write { connection in
            try connection.expect(names)
            return try (0..<3).map { number in
                try StampCard.issue(to: "guest \(number)", on: connection)
                return try connection.all(names) { _ in }.count
            }
        }
        #expect(counts == [3, 4, 5])
    }

    @Test func `what nobody asks for is forgotten`() async throws {
        try await database.write { connection in
            try connection.expect(names)
            try StampCard.issue(to: "Otieno", on: connection)
            try connection.expect(names)
        }
        #expect(try await StampCard.customers(database) == ["Juma", "Mia", "Otieno"])
    }

    @Test func `an announced query that cannot be run fails who asks for it, and no other transaction`() async throws {
        await #expect(throws: StorageFailure.self) {
            try await database.write { connection in
                try StampCard.issue(to: "Otieno", on: connection)
                try connection.expect(missing)
                try connection.forEach(missing) { _ in }
            }
        }
        #expect(try await StampCard.customers(database) == ["Juma", "Mia"])
    }

    @Test func `transactions that share a commit each see what those before them wrote`() async throws {
        let database = database
        let counts = try await withThrowingTaskGroup { group in
            for number in 0..<64 {
                group.addTask {
                    try await database.write { connection in
                        try connection.expect(names)
                        let count = try connection.all(names) { _ in }.count
                        try connection.send("INSERT INTO card VALUES (\("guest \(number)"), 0)")
                        return count
                    }
                }
            }
            return try await group.reduce(into: Set()) { $0.insert($1) }
        }
        #expect(counts == Set(2..<66))
    }
}

private var names: SQLStatement { "SELECT customer FROM card ORDER BY customer" }
private var missing: SQLStatement { "SELECT customer FROM cart" }

private func stamps(of customer: String) -> SQLStatement { "SELECT stamps FROM card WHERE customer = \(customer)" }
