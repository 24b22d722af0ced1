import Model
import Storage

/// Plays a history against the product and the model, side by side.
struct Play {
    private static let stepsBetweenAudits = 50

    let history: History
    let database: any SQLDatabase
    /// Unique among all plays on this database.
    let shopName: String

    /// Where the two part.
    struct Disagreement: Sendable {
        /// The index of the step after which they did.
        let step: Int
        let words: [String]
    }

    /// What came of it: the first disagreement, or `nil` where there is none to the end; and what happened on the way.
    struct Outcome: Sendable {
        var found: Disagreement?
        var census = Census()
    }

    func callAsFunction() async throws -> Outcome {
        var outcome = Outcome()
        let tested = try await TestedShop.open(shopName, history.scene, on: database)
        var books = Books(history.scene)
        for (index, step) in history.steps.enumerated() {
            let isAudited = (index + 1) % Play.stepsBetweenAudits == 0 || index + 1 == history.steps.count
            let expected = books.apply(step)
            outcome.census.add(step.event, expected)
            let words = try await differences(after: step, from: expected, tested, books, isAudited: isAudited)
            guard words.isEmpty else {
                outcome.found = Disagreement(step: index, words: words)
                break
            }
        }
        return outcome
    }

    private func differences(
        after step: Step, from expected: Answer, _ tested: TestedShop, _ books: Books, isAudited: Bool
    ) async throws -> [String] {
        do {
            let answer = try await tested.apply(step)
            guard answer == expected else { return ["the answer is \(answer.words), not \(expected.words)"] }
            if isAudited { return try await findings(at: step.at, tested, books) }
            var words: [String] = []
            for customer in books.touched.sorted() {
                words += try await differences(of: customer, after: answer, at: step.at, tested, books)
            }
            return words
        } catch let breakdown as TestedShop.Breakdown {
            return ["it broke: \(breakdown.words)"]
        }
    }

    /// What is wrong in the shop as a whole.
    private func findings(at now: Int64, _ tested: TestedShop, _ books: Books) async throws -> [String] {
        let all = try await tested.allFigures()
        let members = Set(all.keys).union(books.memberNames).sorted()
        let accounts = members.flatMap { name in
            differences(of: name, all[name], from: books.figures(of: name, at: now))
        }
        let (words, expected) = (try await tested.invitationWords(), books.invitationWords)
        let names = Set(words.keys).union(expected.keys).sorted()
        let invitations = names.filter { words[$0] != expected[$0] }.map { name in
            "\(name) is \(words[name] ?? "not there"), not \(expected[name] ?? "there")"
        }
        return accounts + invitations + (try await tested.findings())
    }

    /// What is refused leaves lots alone, so that they are looked at with what comes next.
    private func differences(
        of customer: String, after answer: Answer, at now: Int64, _ tested: TestedShop, _ books: Books
    ) async throws -> [String] {
        var expected = books.figures(of: customer, at: now)
        let hasLots = answer.rejection == nil
        if !hasLots { expected?.lots = [] }
        return differences(of: customer, try await tested.figures(of: customer, withLots: hasLots), from: expected)
    }

    private func differences(of customer: String, _ figures: Figures?, from expected: Figures?) -> [String] {
        guard let expected, let figures else {
            return expected == nil && figures == nil ? [] : ["\(customer) is a member for one of the two only"]
        }
        return figures.differences(from: expected).map { "\(customer)'s \($0)" }
    }
}

extension Books {
    init(_ scene: Scene) { self.init(zone: scene.zone, currency: scene.currency, unit: scene.unit) }
}

extension Answer {
    var words: String { rejection.map { "rejected \($0)" } ?? "accepted with \(points) points \(word)" }
}
