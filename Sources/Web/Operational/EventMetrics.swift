import Loyalty
import Operations

/// Counts what happens in all shops, by kind, and the points that it moves.
func countEvents(of activity: ActivityFeed, on meter: Meter) {
    let events = Dictionary(
        uniqueKeysWithValues: ActivityEvent.Kind.allCases.map { kind in
            (kind, meter.counter("tuzo_events_total", "Changes committed in shops", ["kind": kind.rawValue]))
        })
    let credited = meter.counter("tuzo_points_credited_total", "Points that members were given")
    let debited = meter.counter("tuzo_points_debited_total", "Points that members spent or lost")
    let lapsed = meter.counter("tuzo_points_lapsed_total", "Points that lapsed")
    activity.observe { event in
        events[event.kind]?.add(1)
        let moved = event.points.count
        if event.kind == .pointsExpired { lapsed.add(-moved) }
        if moved > 0 { credited.add(moved) } else { debited.add(-moved) }
    }
}
