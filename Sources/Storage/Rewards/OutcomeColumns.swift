import Loyalty

/// The outcome of a redemption as columns: the time of the one transition stands in the column that is named for it.
struct OutcomeColumns {
    var usedAt: Instant?
    var usedOrderID: Order.ID?
    var cancelledAt: Instant?
    var expiredAt: Instant?
    var endedBy: String?
}

extension OutcomeColumns {
    init(_ outcome: Redemption.Outcome?) {
        self.init()
        switch outcome {
        case .used(let at, let order, let actor): (usedAt, usedOrderID, endedBy) = (at, order, actor)
        case .cancelled(let at, let actor): (cancelledAt, endedBy) = (at, actor)
        case .expired(let at): expiredAt = at
        case nil: break
        }
    }

    var outcome: Redemption.Outcome? {
        if let usedAt { return .used(at: usedAt, order: usedOrderID, by: endedBy ?? "") }
        if let cancelledAt { return .cancelled(at: cancelledAt, by: endedBy ?? "") }
        if let expiredAt { return .expired(at: expiredAt) }
        return nil
    }
}
