/// A member together with the open lots: what postings are made on, one after another.
///
/// Each method books one entry, moves the figures that go with it, and leaves the lots so that their remaining points
/// sum up to the balance, or to nothing while the member is in debt.
public struct MemberLedger: Sendable {
    public internal(set) var member: Member
    private(set) var lots: [Lot]

    /// - Parameter lots: The open lots; may be left out where the posting is a credit and the member is not in debt.
    public init(_ member: Member, lots: [Lot] = []) {
        self.member = member
        self.lots = lots
    }

    /// Books a credit, which opens a lot; a debt is covered from it first.
    mutating func credit(_ points: Points, _ draft: EntryDraft, _ terms: LotTerms) -> Posting {
        var book = LotBook(lots)
        let sequence = member.sequence + 1
        let lot = Lot(
            sequence: sequence, orderID: terms.orderID, earnedAt: draft.occurredAt, availableAt: terms.availableAt,
            expiresOn: terms.life.expiresOn, idleDays: terms.life.idleDays, points: points, remaining: points)
        book.open(lot)
        if let lastDay = terms.earliestLastDay { member.wake(beforeLapseOn: lastDay) }
        coverDebt(with: points, from: &book)
        return self.book(points, draft, with: book, opens: sequence)
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
    /// What is not there becomes debt, or a recorded shortfall under the policy `within_balance`.
    mutating func takeBack(_ points: Points, of order: Order.ID?, _ policy: DebtPolicy, _ draft: EntryDraft) -> Posting
    {
        takeBack(points, from: { order != nil && $0.orderID == order }, policy, draft)
    }

    /// As above, with the lots that are taken from first.
    mutating func takeBack(
        _ points: Points, from isOwn: (Lot) -> Bool, _ policy: DebtPolicy, _ draft: EntryDraft
    ) -> Posting {
        var book = LotBook(lots)
        let missing = book.consume(book.consume(points, from: isOwn))
        switch policy {
        case .debt: return self.book(-points, draft, with: book)
        case .withinBalance: return self.book(missing - points, draft, with: book, shortfall: missing)
        }
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
        _ points: Points, _ draft: EntryDraft, with book: LotBook, opens: Int64? = nil, shortfall: Points = .zero
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
            entry: entry, opens: lot, uses: book.uses, shortfall: shortfall, basisAmount: draft.basisAmount)
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
