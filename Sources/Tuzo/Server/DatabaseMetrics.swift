import Loyalty
import PostgresEngine
import SQLiteEngine
import Storage
import Web

private let placesOfNanoseconds = 9

/// A database as the program opens it: with what operators want to know of it.
protocol Engine: SQLDatabase {
    /// What the operator should know about it, or `nil`.
    var caveat: String? { get }

    var statistics: WriteStatistics { get }

    /// A way to the other servers of this database; `nil` where there can be none.
    func channel() -> (any ServerChannel)?
}

extension SQLiteDatabase: Engine {
    var caveat: String? { SQLiteDatabase.warning }

    func channel() -> (any ServerChannel)? { nil }
}

extension PostgresDatabase: Engine {
    var caveat: String? { warning }
}

extension Engine {
    /// Shows operators what the writers do.
    func registerMetrics(on meter: Meter) {
        meter.counter("tuzo_database_commits_total", "Commits, each with one sync of the disk") {
            Decimal(mantissa: Int128(statistics.commits), places: 0)
        }
        meter.counter("tuzo_database_transactions_total", "Transactions that the commits made durable") {
            Decimal(mantissa: Int128(statistics.transactions), places: 0)
        }
        meter.counter("tuzo_database_commit_seconds_total", "Time spent in commits, syncs and checkpoints included") {
            Decimal(mantissa: Int128(statistics.commitNanoseconds), places: placesOfNanoseconds)
        }
        meter.counter("tuzo_database_repetitions_total", "Batches that were run again") {
            Decimal(mantissa: Int128(statistics.repetitions), places: 0)
        }
        meter.counter("tuzo_database_connections_lost_total", "Connections to the database that were lost") {
            Decimal(mantissa: Int128(statistics.losses), places: 0)
        }
        meter.gauge("tuzo_database_transactions_waiting", "Transactions that wait for a writer, or are being done") {
            Decimal(mantissa: Int128(statistics.waiting), places: 0)
        }
    }
}
