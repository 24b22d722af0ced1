import Operations
import Storage

/// Makes a failing history as short as it goes: it drops steps for as long as what is left still fails.
struct Shrinking {
    private static let roundsMax = 6

    let database: any SQLDatabase
    private var playCount = 0

    init(on database: any SQLDatabase) { self.database = database }

    mutating func callAsFunction(_ failing: History, _ found: Play.Disagreement) async throws -> History {
        var history = failing.prefix(found.step + 1)
        for _ in 0..<Shrinking.roundsMax {
            let lengthBefore = history.steps.count
            var chunk = max(1, history.steps.count / 2)
            while true {
                history = try await dropping(chunk, of: history)
                if chunk == 1 { break }
                chunk /= 2
            }
            if history.steps.count == lengthBefore { break }
        }
        return history
    }

    /// Tries to do without each run of so many steps, from the end.
    private mutating func dropping(_ chunk: Int, of history: History) async throws -> History {
        var history = history
        var end = history.steps.count
        while end > 0 {
            let start = max(0, end - chunk)
            let shorter = history.without(start..<end)
            if let found = try await play(shorter) { history = shorter.prefix(found.step + 1) }
            end = min(start, history.steps.count)
        }
        return history
    }

    mutating func play(_ history: History) async throws -> Play.Disagreement? {
        playCount += 1
        return try await Play(
            history: history, database: database, shopName: "shrunk-\(history.seed)-\(playCount)")().found
    }
}
