/// A member together with the open lots: what postings are made on, one after another.
///
/// Each method books one entry, moves the figures that go with it, and leaves the lots so that their remaining points
/// sum up to the balance, or to nothing while the member is in debt.
public struct MemberLedger: Sendable {
    public internal(set) var member: Member
    private(set) var lots: [Lot]
    private let lapsed: LapsedPoints

    /// - Parameters:
    ///   - lots: The open lots; may be left out where the posting is a credit and the member is not in debt.
    ///   - lapsed: What has lapsed of the lots that a reversal takes from first.
    public init(_ member: Member, lots: [Lot] = [], lapsed: LapsedPoints = .none) {
        self.member = member
        self.lots = lots
        self.lapsed = lapsed
        for lot in lapsed.lots where !lots.contains(where: { $0.sequence == lot.sequence }) { self.lots.append(lot) }
    }

    /// Books a credit, which opens a lot; a debt is covered from it first. To somebody who has left nothing else comes:
    /// the rest lapses at once.
    mutating func credit(_ points: Points, _ draft: EntryDraft, _ terms: LotTerms) -> Posting {
        var book = LotBook(lots)
        let sequence = member.sequence + 1
        let lot = Lot(
            sequence: sequence, orderID: terms.orderID, earnedAt: draft.occurredAt, availableAt: terms.availableAt,
            expiresOn: terms.life.expiresOn, idleDays: terms.life.idleDays, points: points, remaining: points)
        book.open(lot)
        if let lastDay = terms.earliestLastDay { member.wake(beforeLapseOn: lastDay) }
        coverDebt(with: points, from: &book)
        var posting = self.book(points, draft, with: book, opens: sequence)
        guard member.hasLeft else { return posting }
        let lapse = lapseOfLeaving(at: draft.occurredAt, recordedAt: draft.recordedAt, by: serverActor)
        posting.lapses = lapse.map { [$0] } ?? []
        return posting
    }

    /// Books a debit that the member can afford, from lots that are available by then.
    mutating func debit(_ points: Points, _ draft: EntryDraft) -> Posting {
        var book = LotBook(lots)
        let missing = book.consume(points, from: { $0.availableAt <= draft.recordedAt })
        precondition(missing == .zero, "a debit was decided for without the points for it")
        return self.book(-points, draft, with: book)
    }

    /// Books a debit that takes from an order's own lots first, then from others, pending ones included.
    ///
    /// What has lapsed of the own lots is not taken from others: that lapse is undone first. What is not there becomes
    /// debt, or a recorded shortfall under the policy `within_balance`.
    mutating func takeBack(_ points: Points, of order: Order.ID?, _ policy: DebtPolicy, _ draft: EntryDraft) -> Posting
    {
        takeBack(points, from: { order != nil && $0.orderID == order }, policy, draft)
    }

    /// As above, with the lots that are taken from first.
    mutating func takeBack(
        _ points: Points, from isOwn: (Lot) -> Bool, _ policy: DebtPolicy, _ draft: EntryDraft
    ) -> Posting {
        let undone = undoLapse(upTo: points - lots.filter(isOwn).map(\.remaining).total, draft)
        var book = LotBook(lots)
        let missing = book.consume(book.consume(points, from: isOwn))
        switch policy {
        case .debt: return self.book(-points, draft, with: book, undoing: undone)
        case .withinBalance:
            // What an undone lapse brought is taken in full, also where a debt swallowed it on the way.
            let shortfall = min(missing, points - undone.map(\.entry.points).total)
            return self.book(shortfall - points, draft, with: book, shortfall: shortfall, undoing: undone)
        }
    }

    /// Brings back what has lapsed of the lots that a reversal takes from first, up to so many points: they are gone
    /// already, and are not to be taken a second time from what the member has besides.
    private mutating func undoLapse(upTo points: Points, _ draft: EntryDraft) -> [Posting] {
        let uses = lapsed.uses.prefix(points)
        guard !uses.isEmpty else { return [] }
        let draft = EntryDraft(
            kind: .expired, reference: draft.reference, description: "Had expired before. \(draft.description)",
            actor: draft.actor, occurredAt: draft.occurredAt, recordedAt: draft.recordedAt, programVersion: nil)
        return [restore(uses, draft)]
    }

    /// Books a credit that gives points back to the lots they were taken from; a debt is covered from them first.
    mutating func restore(_ uses: [LotUse], _ draft: EntryDraft) -> Posting {
        var book = LotBook(lots)
        book.restore(uses)
        let points = uses.map(\.points).total
        coverDebt(with: points, from: &book)
        return self.book(points, draft, with: book)
    }

    /// Books the lapse of points.
    mutating func lapse(_ uses: [LotUse], _ draft: EntryDraft) -> Posting {
        var book = LotBook(lots)
        book.take(uses)
        return self.book(-uses.map(\.points).total, draft, with: book)
    }

    /// While the balance is below zero, a credit's points are used up to cover it as soon as they arrive.
    func coverDebt(with points: Points, from book: inout LotBook) {
        guard member.balance < .zero else { return }
        _ = book.consume(min(points, -member.balance))
    }

    mutating func book(
        _ points: Points, _ draft: EntryDraft, with book: LotBook, opens: Int64? = nil, shortfall: Points = .zero,
        undoing undone: [Posting] = []
    ) -> Posting {
        lots = book.lots
        member.sequence += 1
        member.balance += points
        member.add(points, to: draft.kind.total)
        if draft.kind.isActivity { member.noteActivity(at: draft.occurredAt, recordedAt: draft.recordedAt) }
        let entry = Entry(
            shopID: member.shopID, customerID: member.customerID, sequence: member.sequence, kind: draft.kind,
            points: points, balanceAfter: member.balance, reference: draft.reference, description: draft.description,
            actor: draft.actor, occurredAt: draft.occurredAt, recordedAt: draft.recordedAt,
            programVersion: draft.programVersion)
        let lot = opens.flatMap { sequence in lots.first { $0.sequence == sequence } }
        return Posting(
            entry: entry, opens: lot, uses: book.uses, shortfall: shortfall, basisAmount: draft.basisAmount,
            undoes: undone)
    }
}

extension Member {
    mutating func add(_ points: Points, to total: LedgerTotal) {
        switch total {
        case .earned, .reversed: earned += points
        case .redeemed, .returned: redeemed -= points
        case .expired: expired -= points
        case .adjusted: break
        }
    }
}
