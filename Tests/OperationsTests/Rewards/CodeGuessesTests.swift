import Loyalty
import Operations
import Testing

struct CodeGuessesTests {
    private static let wrong = "redemption_must_exist"
    private static let wait = "attempts_must_not_be_too_many"
    private let town: Town
    private let guesses: CodeGuesses
    /// Those on another server.
    private let others: CodeGuesses

    init() async throws {
        town = try await Town.empty()
        guesses = CodeGuesses(in: town.surroundings)
        others = CodeGuesses(in: try town.another())
    }

    private func guess(
        _ guesses: CodeGuesses, as person: String, from address: String, isRight: Bool = false,
        in shop: Shop = Town.bakery, after meeting: Meeting? = nil
    ) async -> String {
        do {
            try await guesses.count(
                by: .person(Identifier(trusted: person)), from: address, in: shop.id, at: town.clock.now
            ) {
                await meeting?.wait()
                if !isRight { throw RedemptionStateRejection.redemptionMustExist }
            }
            return "found"
        } catch { return (error as? any Rejection)?.code ?? "\(error)" }
    }

    @Test func `whoever attacks a shop from many sides cannot close its tills`() async {
        for number in 1...100 {
            let server = number.isMultiple(of: 2) ? guesses : others
            #expect(await guess(server, as: "thief-\(number / 9)", from: "10.0.0.\(number)") == Self.wrong)
        }
        // Who never guessed wrong goes on, and who guesses wrong now waits at once.
        #expect(await guess(guesses, as: "otieno", from: "10.1.0.1", isRight: true) == "found")
        #expect(await guess(guesses, as: "new-thief", from: "10.0.1.1") == Self.wrong)
        #expect(await guess(guesses, as: "new-thief", from: "10.0.1.2") == Self.wait)
        #expect(await guess(others, as: "new-thief", from: "10.0.1.3") == Self.wait)
        #expect(await guess(guesses, as: "otieno", from: "10.1.0.1", isRight: true) == "found")
        // In other shops nobody is guessing.
        #expect(await guess(guesses, as: "new-thief", from: "10.0.1.2", in: Town.bookshop) == Self.wrong)
    }

    @Test func `guesses are counted for each caller and for each address, in whatever shop`() async {
        for number in 1...10 {
            let shop = number.isMultiple(of: 2) ? Town.bakery : Town.bookshop
            #expect(await guess(guesses, as: "thief", from: "10.0.0.1", in: shop) == Self.wrong)
        }
        #expect(await guess(guesses, as: "thief", from: "10.0.0.2") == Self.wait)
        #expect(await guess(guesses, as: "otieno", from: "10.0.0.1") == Self.wrong)
    }

    @Test func `of 64 guesses at once on two servers no more are answered than may be made`() async throws {
        let meeting = Meeting(of: 64)
        let answers = await withTaskGroup(of: String.self) { group in
            for number in 0..<64 {
                let server = number.isMultiple(of: 2) ? guesses : others
                group.addTask { await guess(server, as: "thief", from: "10.0.0.1", after: meeting) }
            }
            return await group.reduce(into: [String]()) { $0.append($1) }
        }
        #expect(answers.count { $0 == Self.wrong } == 10)
        #expect(answers.count { $0 == Self.wait } == 54)
        #expect(await guess(CodeGuesses(in: try town.another()), as: "thief", from: "10.0.0.2") == Self.wait)
        town.clock.advance(seconds: 600)
        #expect(await guess(guesses, as: "thief", from: "10.0.0.1") == Self.wrong)
    }
}

/// Lets nobody go on before all have come: so all of them were let in before any of them was counted.
private actor Meeting {
    private let count: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(of count: Int) { self.count = count }

    func wait() async {
        await withCheckedContinuation { continuation in
            waiting.append(continuation)
            guard waiting.count == count else { return }
            for continuation in waiting { continuation.resume() }
        }
    }
}
