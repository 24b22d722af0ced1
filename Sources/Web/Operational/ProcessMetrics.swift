import Foundation
import Loyalty

/// What operators want to know of any process.
func registerProcessMetrics(on meter: Meter, version: String, startedAt: Instant) {
    meter.gauge("tuzo_build_info", "The version that runs", ["version": version]) {
        Loyalty.Decimal(mantissa: 1, places: 0)
    }
    meter.gauge("process_start_time_seconds", "When the process started, in seconds since 1970") {
        Loyalty.Decimal(mantissa: Int128(startedAt.milliseconds), places: 3)
    }
    meter.gauge("process_resident_memory_bytes", "Memory that the process holds") {
        Loyalty.Decimal(mantissa: Int128(residentByteCount()), places: 0)
    }
}

/// What the kernel says, in pages; 0 where there is no such kernel.
private func residentByteCount() -> Int {
    do {
        let statistics = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8)
        let pages = statistics.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
        return pages * Int(sysconf(Int32(_SC_PAGESIZE)))
    } catch {
        return 0
    }
}
