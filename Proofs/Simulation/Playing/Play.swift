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

    /// - Returns: The first disagreement; `nil` where there is none to the end.
    func callAsFunction() async throws -> Disagreement? {
        let tested = try await TestedShop.open(shopName, history.scene, on: database)
        var books = Books(history.scene)
        for (index, step) in history.steps.enumerated() {
            let isAudited = (index + 1) % Play.stepsBetweenAudits == 0 || index + 1 == history.steps.count
            let words = try await differences(after: step, tested, &books, isAudited: isAudited)
            if !words.isEmpty { return Disagreement(step: index, words: words) }
        }
        return nil
    }

    private func differences(
        after step: Step, _ tested: TestedShop, _ books: inout Books, isAudited: Bool
    ) async throws -> [String] {
        let expected = books.apply(step)
        do {
            let answer = try await tested.apply(step)
            guard answer == expected else { return ["the answer is \(answer.words), not \(expected.words)"] }
            let people = isAudited ? books.memberNames : books.touched.sorted()
            var words: [String] = []
            for customer in people { words += try await differences(of: customer, at: step.at, tested, books) }
            return isAudited ? words + (try await findings(tested, books)) : words
        } catch let breakdown as TestedShop.Breakdown {
            return ["it broke: \(breakdown.words)"]
        }
    }

    /// What is wrong in the shop as a whole.
    private func findings(_ tested: TestedShop, _ books: Books) async throws -> [String] {
        let (words, expected) = (try await tested.invitationWords(), books.invitationWords)
        let names = Set(words.keys).union(expected.keys).sorted()
        let invitations = names.filter { words[$0] != expected[$0] }.map { name in
            "\(name) is \(words[name] ?? "not there"), not \(expected[name] ?? "there")"
        }
        return invitations + (try await tested.findings())
    }

    private func differences(
        of customer: String, at now: Int64, _ tested: TestedShop, _ books: Books
    ) async throws -> [String] {
        let expected = books.figures(of: customer, at: now)
        let figures = try await tested.figures(of: customer)
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
