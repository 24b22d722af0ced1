public import Loyalty
import Storage

/// Records an order's whole state: what it earns, takes back and lifts follows in the same transaction.
public struct RecordOrder: Sendable {
    private let surroundings: Surroundings

    public init(in surroundings: Surroundings) { self.surroundings = surroundings }

    /// An order as it was sent: its state, and what was said of its customer.
    public struct Request: Sendable {
        public let order: Order
        public let customer: Customer
        /// Drawn outside the transaction, for somebody who becomes a member with this order.
        fileprivate let random: UInt64
        fileprivate let teller: Teller
        let now: Instant

        /// The same state, of another customer.
        func belonging(to customer: Customer) -> Request {
            Request(
                order: order.belonging(to: customer.id), customer: customer, random: random, teller: teller, now: now)
        }

        /// The state that counts where the order was a guest's before: the newer of the two, of this customer.
        fileprivate func overtaken(by kept: GuestOrder?) -> Request {
            guard let kept else { return self }
            let newest = order.isOlder(than: kept.order) ? kept.order : order.keepingPlace(after: kept.order)
            return Request(
                order: newest.belonging(to: customer.id), customer: customer, random: random, teller: teller, now: now)
        }
    }

    /// What came of it.
    public struct Outcome: Sendable {
        public let decision: OrderDecision
        /// Whether the order was not known before.
        public let isNew: Bool
        /// Whether anything is different now; a state that came twice, or late, changes nothing.
        public let isChanged: Bool
    }

    /// Takes what a transaction needs from outside.
    /// - Parameter teller: Who says what is said of the customer.
    public func request(_ order: Order, from customer: Customer, toldBy teller: Teller = .platform) -> Request {
        request(from: customer, toldBy: teller)(order)
    }

    /// Takes what a transaction needs from outside, for an order that is read within it.
    func request(from customer: Customer, toldBy teller: Teller) -> @Sendable (Order) -> Request {
        let (random, now) = (surroundings.enrolmentBits, surroundings.now())
        return { order in Request(order: order, customer: customer, random: random, teller: teller, now: now) }
    }

    /// Records one order, and returns once it is durable.
    /// - Throws: ``OrderRejection``.
    public func callAsFunction(_ request: Request, in shop: Shop, actor: String) async throws -> Outcome {
        try await surroundings.write(in: shop.id) { transaction in
            try record(request, in: shop, actor: actor, transaction)
        }
    }

    /// Records one order within a transaction of the caller's, for work that records many.
    /// - Throws: ``OrderRejection`` or ``CustomerRejection``, before anything is written but what was due for the
    ///   member anyway.
    public func record(
        _ request: Request, in shop: Shop, actor: String, _ transaction: WriteTransaction
    ) throws -> Outcome {
        let connection = transaction.connection
        try validateCustomer(request.customer, at: request.now, field: "customer.birthday")
        try expectReads(for: request.order, in: shop, connection)
        let orders = OrderStore(connection)
        let program = try ProgramStore(connection).newest(in: shop)
        let held = try orders.held(request.order.id, in: shop)
        let guests = GuestOrderStore(connection)
        let kept = held == nil ? try guests.order(request.order.id, in: shop) : nil
        let request = request.overtaken(by: kept)
        let days = try days(of: request, in: shop)
        let file =
            try MemberFile.open(
                request.order.customerID, in: shop, program, on: days.today, at: request.now, transaction)
            ?? .enrol(enrolment(of: request, in: shop, on: days, by: actor), under: program, transaction)
        let mayTakeBack = held.map { $0.posted > .zero } ?? false
        let context = OrderContext(
            shop: shop, program: program, held: held, member: file.member, history: file.history,
            lots: mayTakeBack ? try file.lots() : [], days: days, now: request.now, actor: actor)
        var decision = try decide(request.order, given: context, file)
        if !decision.isStale { try write(decision, file, request, days, in: shop, connection) }
        if kept != nil { try guests.delete(request.order.id, in: shop.id) }
        let isChanged = decision.held != held
        if isChanged { transaction.tell(events(of: decision, at: request.now)) }
        let settle = SettleReferral(in: shop, program, on: days.today, at: request.now, transaction)
        let referral = try decision.isStale ? nil : settle(after: decision.held, of: decision.member)
        decision.member = referral?.referee ?? decision.member
        return Outcome(decision: decision, isNew: held == nil, isChanged: isChanged)
    }

    /// Decides on a state; where it takes points back that may have lapsed, once more with what has.
    private func decide(_ order: Order, given context: OrderContext, _ file: MemberFile) throws -> OrderDecision {
        var context = context
        let decision = try decideOrder(order, given: context)
        context.lapsed = try file.lapsed(of: order.id, takenBackBy: decision.posting)
        return context.lapsed == .none ? decision : try decideOrder(order, given: context)
    }

    private func expectReads(for order: Order, in shop: Shop, _ connection: any SQLConnection) throws {
        try ProgramStore(connection).expectNewest(in: shop)
        try OrderStore(connection).expectHeld(order.id, in: shop)
        try GuestOrderStore(connection).expectOrder(order.id, in: shop)
        try MemberStore(connection).expectMember(order.customerID, in: shop.id)
        try SpendingStore(connection).expectHistory(of: order.customerID, in: shop.id)
        try LedgerStore(connection).expectEnd(of: order.customerID, in: shop.id)
    }

    private func enrolment(
        of request: Request, in shop: Shop, on days: OrderDays, by actor: String
    ) -> MemberEnrolment {
        MemberEnrolment(
            customer: request.order.customerID, shop: shop, joinedOn: days.order,
            occasion: BonusOccasion(
                occurredAt: request.order.occurredAt ?? request.now, occurredOn: days.occurred, now: request.now,
                actor: actor), random: request.random)
    }

    private func write(
        _ decision: OrderDecision, _ file: MemberFile, _ request: Request, _ days: OrderDays, in shop: Shop,
        _ connection: any SQLConnection
    ) throws {
        try file.admit()
        // Before all else that is written, so that what was announced of the ledger still holds.
        if let posting = decision.posting { try LedgerStore(connection).append(posting, occurredOn: days.occurred) }
        try CustomerStore(connection).learn(request.customer, from: request.teller)
        try OrderStore(connection).save(decision.held, in: shop)
        try SpendingStore(connection).apply(decision.spending, to: request.customer.id, in: shop.id)
        try file.save(decision.member, decision.tierChanges)
    }

    private func days(of request: Request, in shop: Shop) throws -> OrderDays {
        let zone = try surroundings.zones.zone(named: shop.timeZone)
        let occurred = request.order.occurredAt ?? request.now
        return OrderDays(
            order: zone.day(of: request.order.placedAt ?? occurred), occurred: zone.day(of: occurred),
            today: zone.day(of: request.now))
    }

    private func events(of decision: OrderDecision, at now: Instant) -> [ActivityEvent] {
        let reference = decision.held.order.id.text
        let order = ActivityEvent(
            decision.posting == nil ? .orderRecorded : .pointsChanged, of: decision.member,
            points: decision.posting?.change ?? .zero, reference: reference, at: now)
        let tiers = decision.tierChanges.map { _ in
            ActivityEvent(.tierChanged, of: decision.member, reference: reference, at: now)
        }
        return [order] + tiers
    }
}
