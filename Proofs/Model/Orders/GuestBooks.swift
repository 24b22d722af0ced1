extension Books {
    /// Takes an order of a customer or of a guest. A guest's is kept, and earns nothing until it has a customer; from
    /// then on states that name none are that customer's.
    mutating func receive(_ purchase: Purchase, at now: Int64) throws(Refusal) -> Answer {
        guard purchase.customer.isEmpty else { return try record(purchase, at: now) }
        if let held = purchases[purchase.id] {
            return try record(purchase.belonging(to: held.purchase.customer), at: now)
        }
        try purchase.check(in: currency, on: day(of: now))
        if let kept = guestOrders[purchase.id], purchase.isStale(after: kept) { return .accepted }
        guestOrders[purchase.id] = purchase.placed(after: guestOrders[purchase.id])
        return .accepted
    }

    /// Makes a guest's order a customer's. To customers who ask for themselves, what is not theirs is not there.
    mutating func claim(
        _ order: String, for customer: String, isForOneself: Bool, at now: Int64
    ) throws(Refusal) -> Answer {
        if let held = purchases[order] {
            if held.purchase.customer != customer {
                throw Refusal(isForOneself ? "order_must_exist" : "order_must_keep_its_customer")
            }
            return try record(held.purchase.belonging(to: customer), at: now)
        }
        guard let kept = guestOrders[order] else { throw Refusal("order_must_exist") }
        let person = people[customer] ?? Person()
        if isForOneself, !person.isSame(as: kept.contact) { throw Refusal("order_must_exist") }
        return try record(kept.belonging(to: customer), at: now)
    }
}

extension Purchase {
    /// This state, or what is known since of the same order while it was a guest's.
    func overtaken(by kept: Purchase) -> Purchase {
        isStale(after: kept) ? kept.belonging(to: customer) : placed(after: kept)
    }

    /// This state; where it does not say how new it is, it is as new as the one before.
    func placed(after held: Purchase?) -> Purchase {
        var copy = self
        copy.revision = revision ?? held?.revision
        copy.updatedAt = updatedAt ?? held?.updatedAt
        return copy
    }
}
