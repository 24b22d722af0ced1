import Loyalty

/// Seals a shop's books, once a day.
struct SealBooks: UpkeepStep {
    let name = "seal of the books"
    private let seal: SealShops

    init(_ surroundings: Surroundings) { seal = SealShops(in: surroundings) }

    func run(in shop: Shop, counting tally: inout UpkeepTally) async throws {
        if try await seal(shop) != nil { tally.seals += 1 }
    }
}
