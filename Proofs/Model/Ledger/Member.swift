/// A member as the model keeps it: a list of entries, and what is left of each credit.
struct Member {
    let joinedOn: Int
    /// The day of the last activity.
    var activeOn: Int
    /// What holds keep.
    var held: Int64 = 0
    /// The warnings given so far, by the last day they are about.
    var warnings: [Int: [Warning]] = [:]
    var entries: [Entry] = []
    var credits: [Credit] = []
    /// The tier as it was written down last; `nil` before there is a program.
    var tier: String?
    var hasLeft = false
    /// The last tier that was given by hand.
    var grant: Grant?

    /// One movement of points, and the column of the reports it belongs to.
    struct Entry {
        let points: Int64
        let column: Column
    }

    enum Column { case earned, redeemed, expired, adjusted }

    /// Points that came in at once; its place in the list is the order in which credits came.
    struct Credit {
        let order: String?
        let earnedAt: Int64
        /// The day it was earned on, and the day it was written down.
        let earnedOn: Int
        let creditedOn: Int
        let availableAt: Int64
        let life: Life
        var left: Int64
        /// What lapsed of it, and was not undone.
        var lapsed: Int64 = 0
    }

    /// How long points are good for: to a day, or for so long after the last activity, or for ever.
    enum Life: Equatable { case to(Int), idle(Int), ever }

    /// What a debit took, credit by credit.
    typealias Taken = [(credit: Int, points: Int64)]

    var balance: Int64 { sum { _ in true } }

    func sum(of column: Column) -> Int64 { sum { $0 == column } }

    func pending(at now: Int64) -> Int64 {
        credits.filter { $0.availableAt > now }.reduce(0) { sum, credit in sum + credit.left }
    }

    func available(at now: Int64) -> Int64 { max(0, balance - held - pending(at: now)) }

    /// Credits in the order in which they are used up: those with a last day, the soonest first, then those that lapse
    /// without activity, then those that never do; among equals the oldest.
    var inOrder: [Int] {
        func group(_ life: Life) -> (Int, Int) {
            switch life {
            case .to(let day): (0, day)
            case .idle(let days): (1, days)
            case .ever: (2, 0)
            }
        }
        return credits.indices.sorted { left, right in
            let (a, b) = (credits[left], credits[right])
            if a.life != b.life { return group(a.life) < group(b.life) }
            return a.earnedAt != b.earnedAt ? a.earnedAt < b.earnedAt : left < right
        }
    }

    /// Takes points from credits, and answers what it took.
    mutating func take(_ points: Int64, where isUsable: (Int, Credit) -> Bool = { _, _ in true }) -> Taken {
        var taken: Taken = []
        var missing = points
        for place in inOrder where missing > 0 && credits[place].left > 0 && isUsable(place, credits[place]) {
            let share = min(missing, credits[place].left)
            credits[place].left -= share
            missing -= share
            taken.append((place, share))
        }
        return taken
    }

    /// Spends points that can be spent.
    mutating func spend(_ points: Int64, at now: Int64) -> Taken {
        let taken = take(points) { _, credit in credit.availableAt <= now }
        entries.append(Entry(points: -points, column: .redeemed))
        return taken
    }

    /// Books a credit; what is owed is paid with it first. Who has left loses the rest at once.
    mutating func credit(_ credit: Credit, _ column: Column) {
        let debt = max(0, -balance)
        credits.append(credit)
        entries.append(Entry(points: credit.left, column: column))
        _ = take(min(debt, credit.left))
        if hasLeft { loseAll() }
    }

    /// Gives back what a debit took, to the same credits. What is owed is paid with it first, and what comes back to a
    /// credit whose last day has passed lapses at once.
    mutating func giveBack(_ taken: Taken, on today: Int) {
        let debt = max(0, -balance)
        let points = taken.reduce(0) { sum, share in sum + share.points }
        for share in taken { credits[share.credit].left += share.points }
        entries.append(Entry(points: points, column: .redeemed))
        _ = take(min(debt, points))
        for share in taken {
            guard let lastDay = lastDay(of: credits[share.credit]), lastDay < today else { continue }
            lapse(min(share.points, credits[share.credit].left), of: share.credit)
        }
    }

    /// Takes back what was earned: from its own credits, then what lapsed of those, which the member has lost already
    /// and gets back for it, then from others.
    /// - Returns: What was not there.
    mutating func takeBack(_ points: Int64, withinBalance: Bool, own: (Int, Credit) -> Bool) -> Int64 {
        let first = take(points, where: own).reduce(0) { sum, share in sum + share.points }
        var undone: Int64 = 0
        for place in credits.indices where own(place, credits[place]) {
            let share = min(credits[place].lapsed, points - first - undone)
            credits[place].lapsed -= share
            undone += share
        }
        if undone > 0 { entries.append(Entry(points: undone, column: .expired)) }
        let others = take(points - first - undone).reduce(0) { sum, share in sum + share.points }
        let missing = points - first - undone - others
        entries.append(Entry(points: withinBalance ? missing - points : -points, column: .earned))
        return withinBalance ? missing : 0
    }

    private func sum(_ isMeant: (Column) -> Bool) -> Int64 {
        entries.reduce(0) { sum, entry in isMeant(entry.column) ? sum + entry.points : sum }
    }
}
