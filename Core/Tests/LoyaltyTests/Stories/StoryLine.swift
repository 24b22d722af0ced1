/// One line of a story: what is done, and what is expected of it.
///
///     refund  A-1  mia  12.00          takes 24   balance 60
struct StoryLine {
    let text: String
    let verb: Verb
    let arguments: [String]
    /// Pairs of what is looked at and what it must be.
    let expectations: [(name: String, value: String)]

    /// What can be done in a story; `case order(id, member, amount)` and so on, by the count of words that follow.
    enum Verb: String {
        /// `today 2026-11-02`: from here on, it is noon of that day.
        case today
        /// `program rate 2`: saves a new version that differs in one setting.
        case program
        /// `reward coffee 60`
        case reward
        /// `order A-1 mia 42.00`: delivered.
        case order
        /// `refund A-1 mia 12.00`: refunds so much more.
        case refund
        /// `correct A-1 mia 42.00`: refunds are taken back until so much remains.
        case correct
        /// `undo A-1 mia`: the whole order is returned.
        case undo
        /// `repeat A-1 mia`: the platform sends the same state again.
        case `repeat`
        /// `redeem coffee mia`
        case redeem
        /// `cancel coffee mia`: the last code that Mia has for it.
        case cancel
        /// `use coffee mia`
        case use
        /// `adjust mia -50`
        case adjust
        /// `upkeep mia`: the scheduled work, for her.
        case upkeep
        /// `reserve mia 30`: sets points aside as a hold would that has no end; `reserve mia -30` lets them go.
        case reserve
        /// `hold h1 mia 50`: of points.
        case hold
        /// `confirm h1 mia 30`: a part of it, or all.
        case confirm
        /// `release h1 mia`
        case release
        /// `claim juma mia`: Juma claims to be invited by Mia.
        case claim
        /// `allow juma mia`: the owner releases Juma's claim.
        case allow
        /// `reject juma mia`
        case reject
        /// `leave mia`: she leaves the program.
        case leave
        /// `join mia`: who has left, joins again.
        case join
        /// `look mia`: nothing is done.
        case look

        var wordCount: Int {
            switch self {
            case .today, .look, .upkeep, .leave, .join: 1
            case .program, .reward, .undo, .repeat, .redeem, .cancel, .use, .adjust, .release, .reserve: 2
            case .order, .refund, .correct, .hold, .confirm: 3
            case .claim, .allow, .reject: 2
            }
        }
    }

    init(_ line: some StringProtocol) throws {
        text = String(line)
        let words = text.split(separator: " ").map { String($0) }
        guard let first = words.first, let verb = Verb(rawValue: first), words.count > verb.wordCount else {
            throw Misspelt(line: text)
        }
        let rest = words.dropFirst(1 + verb.wordCount)
        guard rest.count.isMultiple(of: 2) else { throw Misspelt(line: text) }
        self.verb = verb
        arguments = Array(words[1...verb.wordCount])
        expectations = stride(from: rest.startIndex, to: rest.endIndex, by: 2).map { (rest[$0], rest[$0 + 1]) }
    }

    /// The test itself is wrong.
    struct Misspelt: Error { let line: String }
}
