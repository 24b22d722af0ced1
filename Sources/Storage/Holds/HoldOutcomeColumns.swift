import Loyalty

/// How a hold ended, as columns; all are empty while it has not.
struct HoldOutcomeColumns {
    var outcome: Hold.Status?
    var confirmedPoints = Points.zero
    var entrySequence: Int64?
    var redemptionID: Redemption.ID?
    var endedAt: Instant?
    var endedBy: String?
}

extension HoldOutcomeColumns {
    init(_ outcome: Hold.Outcome?) {
        self.init()
        switch outcome {
        case .confirmed(let confirmation):
            self.outcome = .confirmed
            (confirmedPoints, entrySequence) = (confirmation.points, confirmation.entrySequence)
            (redemptionID, endedAt, endedBy) = (confirmation.redemptionID, confirmation.at, confirmation.actor)
        case .released(let at, let actor): (self.outcome, endedAt, endedBy) = (.released, at, actor)
        case .expired(let at): (self.outcome, endedAt) = (.expired, at)
        case nil: break
        }
    }

    var holdOutcome: Hold.Outcome? {
        guard let endedAt else { return nil }
        switch outcome {
        case .confirmed:
            return .confirmed(
                Hold.Confirmation(
                    points: confirmedPoints, entrySequence: entrySequence ?? 0, redemptionID: redemptionID,
                    at: endedAt, by: endedBy ?? ""))
        case .released: return .released(at: endedAt, by: endedBy ?? "")
        case .expired, .live, nil: return .expired(at: endedAt)
        }
    }
}
