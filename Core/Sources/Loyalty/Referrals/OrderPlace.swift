/// Where an order stands among a member's orders: by the day its spending counts on, then by its id.
public struct OrderPlace: Hashable, Comparable, Sendable {
    public let spendingOn: Day
    public let orderID: Order.ID

    public init(spendingOn: Day, orderID: Order.ID) {
        self.spendingOn = spendingOn
        self.orderID = orderID
    }

    init(of held: HeldOrder) { self.init(spendingOn: held.spendingOn, orderID: held.order.id) }

    public static func < (left: OrderPlace, right: OrderPlace) -> Bool {
        (left.spendingOn, left.orderID) < (right.spendingOn, right.orderID)
    }
}

/// The first of a member's orders that count, as it stands now.
public struct FirstOrder: Hashable, Sendable {
    public let place: OrderPlace
    /// What is left of it after refunds, in minor units of the shop's currency.
    public let spending: Int64

    public init(place: OrderPlace, spending: Int64) {
        self.place = place
        self.spending = spending
    }
}
