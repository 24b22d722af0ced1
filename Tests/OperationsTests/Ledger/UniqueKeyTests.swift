import Loyalty
import Operations
import Storage
import TestDatabase
import Testing

/// Whatever the operations do, the schema itself takes nothing twice.
struct UniqueKeyTests {
    /// A table, and what a twin of one of its rows has otherwise.
    static let twins = [
        ("entry", "hash = zeroblob(32), points = 1"), ("lot", "points = 1"), ("lot_use", "points = 1"),
        ("order_state", "total_amount = 1"), ("redemption", "code_hash = zeroblob(32)"),
        ("redemption", "redemption_id = 'twin'"), ("member", "referral_code = 'TW1N'"),
        ("member", "customer_id = 'twin'"),
        ("tier_change", "cause = 'grant'"), ("seal", "hash = zeroblob(32)"), ("referral", "referral_id = 'twin'"),
        ("referral", "referee_id = 'twin'"), ("hold", "points = 1"), ("expiry_warning", "points = 1"),
    ]

    /// How the engine begins to say that there is such a row already.
    private let refusal = TestDatabase.isOnServer ? "duplicate key value violates" : "UNIQUE constraint failed"

    @Test(arguments: twins)
    func `a row has no twin`(table: String, change: String) async throws {
        let town = try await Town.withHistory()
        _ = try await town.hold(10)
        try await town.claim(by: Town.wanja)
        town.clock.advance(days: 340)
        _ = try await RunUpkeep(in: town.surroundings)()
        await #expect(throws: StorageFailure.self) {
            try await town.surroundings.database.write { connection in
                for statement in [
                    "CREATE TEMP TABLE twin AS SELECT * FROM \(table) LIMIT 1",
                    "UPDATE twin SET \(Town.spelled(change))",
                ] { try connection.execute(SQLStatement(written: statement)) }
                guard try connection.first("SELECT 1 FROM twin", { try $0.flag() }) == true else { return }
                do {
                    try connection.execute(SQLStatement(written: "INSERT INTO \(table) SELECT * FROM twin"))
                } catch StorageFailure.constraint(let reason) where reason.hasPrefix(refusal) {
                    throw StorageFailure.constraint(reason)
                } catch { Issue.record("\(table): \(error)") }
            }
        }
    }
}
