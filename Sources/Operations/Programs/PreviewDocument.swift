public import ExactJSON
public import Loyalty

extension ProgramPreview: JSONWritable {
    /// Writes the preview as the API shows it.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("program_version", next.number)
            json.field("valid", true)
            json.array("members", tierKeys) { json, key in
                json.object { json in
                    json.field("tier", key)
                    json.field("before", before[key] ?? 0)
                    json.field("after", after[key] ?? 0)
                }
            }
            writeMoves(to: &json)
            json.array("sample_orders", sampleOrders) { json, sample in
                json.object { json in
                    json.field("total", sample.total)
                    json.field("tier", sample.tier.key)
                    json.field("before", sample.before)
                    json.field("after", sample.after)
                    json.field("arithmetic", sample.arithmetic)
                }
            }
            json.field("recent_orders") { json in
                json.field("days", ProgramPreview.recentDays)
                json.field("orders", recentOrderCount)
                json.field("points_before", recentPoints.before)
                json.field("points_after", recentPoints.after)
            }
        }
    }

    private func writeMoves(to json: inout JSONWriter) {
        let steps = moves.sorted { ($0.key.from, $0.key.to) < ($1.key.from, $1.key.to) }
        json.array("moves", steps) { json, move in
            json.object { json in
                json.field("from", move.key.from)
                json.field("to", move.key.to)
                json.field("members", move.value.members)
                json.field("points", move.value.points)
            }
        }
        json.field("points_moved", pointsMoved)
        json.field("points_outstanding", pointsOutstanding)
    }

    /// The tiers of the next version from the lowest up, then those that are no more in it but in the one in force.
    private var tierKeys: [String] {
        let next = next.tiers.ladder.tiers.map(\.key)
        let gone = (newest?.tiers.ladder.tiers.map(\.key) ?? [""]).filter { !next.contains($0) }
        return gone.filter(\.isEmpty) + next + gone.filter { !$0.isEmpty }
    }
}
