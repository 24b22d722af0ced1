import Storage

/// Histories that are played at once, each in a shop of its own on one database, so that they share its transactions.
struct Wave {
    let seeds: Range<Int>
    let stepCount: Int

    struct Outcome: Sendable {
        var failed: [(history: History, found: Play.Disagreement)] = []
        var census = Census()
    }

    func callAsFunction() async throws -> Outcome {
        let ground = try await Ground.open()
        let database = ground.database
        let outcome = try await withThrowingTaskGroup(of: (History, Play.Outcome).self) { group in
            for seed in seeds { group.addTask { [database] in try await play(seed, on: database) } }
            var outcome = Outcome()
            for try await (history, played) in group {
                outcome.census.add(played.census)
                if let found = played.found { outcome.failed.append((history, found)) }
            }
            return outcome
        }
        try await ground.close()
        return outcome
    }

    private func play(_ seed: Int, on database: any SQLDatabase) async throws -> (History, Play.Outcome) {
        let history = History(seed: seed, stepCount: stepCount)
        return (history, try await Play(history: history, database: database, shopName: "shop-\(seed)")())
    }
}
