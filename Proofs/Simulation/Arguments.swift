/// What the command line asks for: `simulation --histories 2000 --steps 500 --seed 1`, or `--seconds 600`.
struct Arguments {
    var histories = 2_000
    var steps = 500
    var seed = 1
    /// Where given, seeds rise until the time is over.
    var seconds: Int?
    /// Whether to tell how often everything happened: `--census 1`.
    var showsCensus = false

    /// Why the command line makes no sense.
    struct Mistake: Error { let words: String }

    init(_ words: [String]) throws(Mistake) {
        var rest = words[...]
        while let name = rest.popFirst() {
            guard let text = rest.popFirst(), let number = Int(text), number >= 0 else {
                throw Mistake(words: "\(name) needs a number")
            }
            switch name {
            case "--histories": histories = number
            case "--steps": steps = max(1, number)
            case "--seed": seed = number
            case "--seconds": seconds = number
            case "--census": showsCensus = number > 0
            default:
                throw Mistake(words: "\(name) is unknown; there are --histories, --steps, --seed, --seconds, --census")
            }
        }
    }
}
