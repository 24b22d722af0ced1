extension AuditFindings {
    /// Proves that what referrals paid to a member is what the ledger says, and that the claims the member made stand
    /// as the member's own orders let them.
    mutating func auditReferrals(of member: Member, in records: AuditRecords) {
        let posted = ReferralPostings(in: records)
        guard !(posted.isEmpty && records.claims.isEmpty && records.invitations.isEmpty) else {
            return compare("referral_id", member.referralID, to: nil, .refereeMustHaveOneReferral)
        }
        for referral in records.invitations { auditShare(referral.referrerShare, "referrer", of: referral, posted) }
        for claim in records.claims { auditShare(claim.referral.refereeShare, "referee", of: claim.referral, posted) }
        let known = Set(records.invitations.map(\.id) + records.claims.map(\.referral.id))
        for (reference, posting) in posted where !known.contains(Identifier(trusted: reference)) {
            add(.entryMustNameReferral, "entry \(posting.sequence)", "its referral \(reference) is missing")
        }
        let first = records.firstOrder
        let peak = records.claims.isEmpty ? .zero : records.entries.map(\.entry.balanceAfter).max() ?? .zero
        for claim in records.claims { auditClaim(claim, of: member, first, peak) }
        let live = records.claims.map(\.referral).filter(\.state.isLive)
        if live.count > 1 {
            add(.refereeMustHaveOneReferral, "referral \(live[1].id)", "is live beside \(live[0].id)")
        }
        compare("referral_id", member.referralID, to: live.first?.id, .refereeMustHaveOneReferral)
    }

    /// What one side was paid is the sum of its entries, and the last of them opened the lot that is taken from first.
    private mutating func auditShare(
        _ share: ReferralShare, _ side: String, of referral: Referral, _ posted: ReferralPostings
    ) {
        let (row, entries) = ("referral \(referral.id)", posted[referral.id])
        compare(
            "\(side)_posted_points", share.posted.count, to: entries?.points ?? 0, .referralMustMatchEntries, row)
        compare("\(side)_lot_sequence", share.lotSequence, to: entries?.lotSequence, .referralMustMatchEntries, row)
        if share.shortfall < .zero { add(.referralMustBeDeserved, row, "\(side)_shortfall_points are below zero") }
    }

    private mutating func auditClaim(_ claim: AuditClaim, of member: Member, _ first: FirstOrder?, _ peak: Points) {
        let referral = claim.referral
        let row = "referral \(referral.id)"
        if referral.referrerID == referral.refereeID {
            add(.referralMustNotBeOnesOwn, row, "\(referral.refereeID) invited themselves")
        } else if claim.closesCircle {
            add(.referralMustNotGoInACircle, row, "\(referral.refereeID) invited who invited them, over others")
        }
        auditPair(of: referral, row)
        auditDecision(about: referral, row)
        let place = referral.state.isLive ? first?.place : nil
        compare("first_order_id", referral.firstOrder?.orderID, to: place?.orderID, .referralStateMustFit, row)
        compare("first_order_on", referral.firstOrder?.spendingOn, to: place?.spendingOn, .referralStateMustFit, row)
        guard referral.state.isLive else { return }
        let isReached = referral.isReached(by: first)
        if referral.state == .paid, !isReached { add(.referralStateMustFit, row, "state is paid, not pending") }
        if referral.state == .pending, isReached, claim.hadRoom(at: member, peak: peak) {
            add(.referralStateMustFit, row, "state is pending, not paid")
        }
    }

    /// Both sides have what their terms say, or neither has anything.
    private mutating func auditPair(of referral: Referral, _ row: String) {
        for (name, side, share) in [
            ("referrer", ReferralSide.referrer, referral.referrerShare),
            ("referee", ReferralSide.referee, referral.refereeShare),
        ] {
            let due = referral.state == .paid ? side.points(by: referral.terms.program.referral) : .zero
            compare(
                "\(name)_posted_points less \(name)_shortfall_points", share.posted.count &- share.shortfall.count,
                to: due.count, .referralMustBeDeserved, row)
        }
    }

    /// What waits for the owner says why; what the owner decided says who did.
    private mutating func auditDecision(about referral: Referral, _ row: String) {
        let isDecided = referral.decidedBy != nil
        switch referral.state {
        case .blocked where referral.blockReason == nil: add(.referralStateMustFit, row, "is blocked without a reason")
        case .blocked where isDecided: add(.referralStateMustFit, row, "is blocked though somebody has decided")
        case .rejected where !isDecided: add(.referralStateMustFit, row, "was rejected by nobody")
        case .pending, .paid:
            guard let reason = referral.blockReason, !isDecided else { return }
            add(.referralStateMustFit, row, "was released by nobody, and blocked for \(reason.rawValue)")
        case .blocked, .rejected: break
        }
    }
}

/// What the entries of one member have posted for referrals, by reference.
private struct ReferralPostings: Sequence {
    struct Posting {
        var points: Int64 = 0
        /// The last payment.
        var lotSequence: Int64?
        let sequence: Int64
    }

    private var all: [String: Posting] = [:]

    init(in records: AuditRecords) {
        for place in records.entries.indices where records.entries[place].entry.kind.isOfReferral {
            let entry = records.entries[place].entry
            var posting = all[entry.reference] ?? Posting(sequence: entry.sequence)
            posting.points &+= entry.points.count
            if entry.kind == .earnedReferral { posting.lotSequence = entry.sequence }
            all[entry.reference] = posting
        }
    }

    var isEmpty: Bool { all.isEmpty }

    subscript(id: Referral.ID) -> Posting? { all[id.text] }

    /// By sequence.
    func makeIterator() -> IndexingIterator<[(key: String, value: Posting)]> {
        all.sorted { $0.value.sequence < $1.value.sequence }.makeIterator()
    }
}

extension EntryKind {
    fileprivate var isOfReferral: Bool { self == .earnedReferral || self == .reversedReferral }
}

extension AuditRecords {
    /// The first of the member's orders that count.
    fileprivate var firstOrder: FirstOrder? {
        guard !claims.isEmpty else { return nil }
        let places = orders.indices.filter { orders[$0].isCounted }
        let first = places.min { OrderPlace(of: orders[$0]) < OrderPlace(of: orders[$1]) }
        return first.map { FirstOrder(place: OrderPlace(of: orders[$0]), spending: orders[$0].spending) }
    }
}

extension Referral {
    fileprivate func isReached(by first: FirstOrder?) -> Bool {
        first.map { $0.spending >= terms.program.referral.minimumPurchase.minorUnits } ?? false
    }
}

extension AuditClaim {
    /// Whether both accounts have had room for the payments, as far as can be told: they never came so near to their
    /// limit that anything would wait for it.
    /// - Parameter peak: The highest balance that the member ever had.
    fileprivate func hadRoom(at member: Member, peak: Points) -> Bool {
        max(referrerPeak, peak, member.earned) < roomyMax
    }
}

/// Half of what an account holds.
private let roomyMax = Points(Points.limit.count / 2)
