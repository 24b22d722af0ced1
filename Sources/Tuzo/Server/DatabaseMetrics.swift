import Loyalty
import SQLiteEngine
import Web

private let placesOfNanoseconds = 9

extension SQLiteDatabase {
    /// Shows operators what the writer does.
    func registerMetrics(on meter: Meter) {
        meter.counter("tuzo_database_commits_total", "Commits, each with one sync of the disk") {
            Decimal(mantissa: Int128(self.statistics.commits), places: 0)
        }
        meter.counter("tuzo_database_transactions_total", "Transactions that the commits made durable") {
            Decimal(mantissa: Int128(self.statistics.transactions), places: 0)
        }
        meter.counter("tuzo_database_commit_seconds_total", "Time spent in commits, syncs and checkpoints included") {
            Decimal(mantissa: Int128(self.statistics.commitNanoseconds), places: placesOfNanoseconds)
        }
        meter.gauge("tuzo_database_transactions_waiting", "Transactions that wait for the writer") {
            Decimal(mantissa: Int128(self.statistics.waiting), places: 0)
        }
    }
}
