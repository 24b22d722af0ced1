/// Chance that falls the same way each time it starts from the same seed (SplitMix64, S. Vigna, public domain).
struct Dice: RandomNumberGenerator {
    private var state: UInt64

    /// Seeds are scattered first: SplitMix goes on by equal steps, and from seeds that are such steps apart every
    /// history would throw what the one before it threw, one throw later.
    init(seed: Int) { state = Dice.scattered(UInt64(truncatingIfNeeded: seed) &* 0x9E37_79B9_7F4A_7C15) }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        return Dice.scattered(state)
    }

    private static func scattered(_ state: UInt64) -> UInt64 {
        var word = state
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }

    /// Whether something happens that happens so many times in a hundred.
    mutating func happens(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }

    mutating func number(_ range: ClosedRange<Int64>) -> Int64 { .random(in: range, using: &self) }

    mutating func pick<Value>(_ values: [Value]) -> Value { values[Int.random(in: values.indices, using: &self)] }

    /// One of several, each so likely as its weight says.
    mutating func pick<Value>(weighed values: [(Int, Value)]) -> Value {
        var rest = Int.random(in: 0..<values.reduce(0) { $0 + $1.0 }, using: &self)
        for (weight, value) in values {
            if rest < weight { return value }
            rest -= weight
        }
        return values[0].1
    }
}
