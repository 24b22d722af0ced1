import Loyalty
import Operations
import Testing

struct CodeGuessesTests {
    private let now = Instant("2026-11-02T12:00:00Z")!
    private let bakery: Shop.ID = Identifier(trusted: "bakery")

    private func guess(
        _ guesses: CodeGuesses, as person: String, from address: String, isRight: Bool = false
    ) async -> String {
        do {
            try await guesses.count(by: .person(Identifier(trusted: person)), from: address, in: bakery, at: now) {
                if !isRight { throw RedemptionStateRejection.redemptionMustExist }
            }
            return "found"
        } catch { return (error as? any Rejection)?.code ?? "\(error)" }
    }

    @Test func `whoever attacks a shop from many sides cannot close its tills`() async {
        let guesses = CodeGuesses()
        for number in 1...100 {
            #expect(
                await guess(guesses, as: "thief-\(number / 9)", from: "10.0.0.\(number)") == "redemption_must_exist")
        }
        // Who never guessed wrong goes on, and who guesses wrong now waits at once.
        #expect(await guess(guesses, as: "otieno", from: "10.1.0.1", isRight: true) == "found")
        #expect(await guess(guesses, as: "new-thief", from: "10.0.1.1") == "redemption_must_exist")
        #expect(await guess(guesses, as: "new-thief", from: "10.0.1.2") == "attempts_must_not_be_too_many")
        #expect(await guess(guesses, as: "otieno", from: "10.1.0.1", isRight: true) == "found")
    }

    @Test func `guesses are counted for each shop alone, for each caller and for each address`() async {
        let guesses = CodeGuesses()
        for _ in 1...10 { #expect(await guess(guesses, as: "thief", from: "10.0.0.1") == "redemption_must_exist") }
        #expect(await guess(guesses, as: "thief", from: "10.0.0.2") == "attempts_must_not_be_too_many")
        #expect(await guess(guesses, as: "otieno", from: "10.0.0.1") == "redemption_must_exist")
    }
}
