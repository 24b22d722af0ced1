import Loyalty
import Synchronization

/// What the settings of a version mean.
struct ProgramMeaning {
    let program: Program
    let earlierTiers: [EarlierTiers]
}

/// Remembers what stored settings mean, because every order asks for them again.
///
/// It maps texts to their meaning and nothing else, so it cannot be stale, whatever transactions come and go.
final class ProgramMemo: Sendable {
    static let shared = ProgramMemo()

    private struct Key: Hashable {
        let settings: String
        let earlierTiers: String?
        let currency: Currency
    }

    private let meanings = Mutex<[Key: ProgramMeaning]>([:])

    /// - Parameter earlierTiers: The document of earlier tier policies; `nil` where there are none.
    func meaning(of settings: String, earlierTiers: String?, _ currency: Currency) throws -> ProgramMeaning {
        let key = Key(settings: settings, earlierTiers: earlierTiers, currency: currency)
        if let known = meanings.withLock({ $0[key] }) { return known }
        let meaning = ProgramMeaning(
            program: try ProgramDocument.program(from: settings, currency),
            earlierTiers: try EarlierTiersDocument.earlierTiers(from: earlierTiers, currency))
        meanings.withLock { meanings in
            if meanings.count >= meaningCountMax { meanings.removeAll() }
            meanings[key] = meaning
        }
        return meaning
    }
}

private let meaningCountMax = 10_000
