import Loyalty
import Synchronization

/// Remembers what stored settings mean, because every order asks for them again.
///
/// It maps a text to its meaning and nothing else, so it cannot be stale, whatever transactions come and go.
final class ProgramMemo: Sendable {
    static let shared = ProgramMemo()

    private struct Key: Hashable {
        let settings: String
        let currency: Currency
    }

    private let programs = Mutex<[Key: Program]>([:])

    func program(from settings: String, _ currency: Currency) throws -> Program {
        let key = Key(settings: settings, currency: currency)
        if let known = programs.withLock({ $0[key] }) { return known }
        let program = try ProgramDocument.program(from: settings, currency)
        programs.withLock { programs in
            if programs.count >= programCountMax { programs.removeAll() }
            programs[key] = program
        }
        return program
    }
}

private let programCountMax = 10_000
