import Loyalty
import Synchronization

/// The time of a story that is being told, moved by the one who tells it.
final class StoryClock: Sendable {
    private let instant: Mutex<Instant>

    init(at start: Instant) { instant = Mutex(start) }

    var now: Instant { instant.withLock { $0 } }

    func move(to later: Instant) { instant.withLock { $0 = max($0, later) } }
}

extension Surroundings {
    /// The same surroundings within a story: with its clock, and with dice for chance, so that it can be told again.
    init(telling clock: StoryClock, with dice: Dice, in real: Surroundings) {
        let dice = SharedDice(dice)
        database = real.database
        now = { clock.now }
        random = { count in dice.bytes(count) }
        codeVault = real.codeVault
        zones = real.zones
        shops = ShopDirectory(real.database, now: { clock.now })
        activity = real.activity
    }
}

private final class SharedDice: Sendable {
    private let dice: Mutex<Dice>

    init(_ dice: Dice) { self.dice = Mutex(dice) }

    func bytes(_ count: Int) -> [UInt8] {
        dice.withLock { dice in (0..<count).map { _ in UInt8(truncatingIfNeeded: dice.next()) } }
    }
}
