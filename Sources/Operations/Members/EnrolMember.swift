public import Loyalty
import Storage

/// Makes a customer a member of a shop, without an order.
public struct EnrolMember: Sendable {
    private let surroundings: Surroundings

    public init(in surroundings: Surroundings) { self.surroundings = surroundings }

    /// Takes somebody in, as told by the platform, by the shop, or by the customer in person.
    /// - Parameters:
    ///   - customer: What is said of the customer is learned: silence keeps what is known.
    ///   - teller: Who says it.
    ///   - isInPerson: Whether the customer asks; that goes into the audit log.
    /// - Returns: Whether the customer was no member before. Somebody who had left is one again, without the bonus of
    ///   joining.
    /// - Throws: ``CustomerRejection``.
    public func callAsFunction(
        _ customer: Customer, from teller: Teller, in shop: Shop, actor: String, isInPerson: Bool = false
    ) async throws -> Bool {
        let act = surroundings.act
        let today = try surroundings.zones.zone(named: shop.timeZone).day(of: act.at)
        try validateCustomer(customer, at: act.at)
        let enrolment = MemberEnrolment(
            customer: customer.id, shop: shop, joinedOn: today,
            occasion: BonusOccasion(occurredAt: act.at, occurredOn: today, now: act.at, actor: actor),
            random: surroundings.enrolmentBits)
        return try await surroundings.write(in: shop.id) { transaction in
            let connection = transaction.connection
            try CustomerStore(connection).learn(customer, from: teller)
            let held = try MemberStore(connection).member(customer.id, in: shop.id)
            guard held?.hasLeft ?? true else { return false }
            let program = try ProgramStore(connection).newest(in: shop)
            let file =
                try MemberFile.open(customer.id, in: shop, program, on: today, at: act.at, transaction)
                ?? .enrol(enrolment, under: program, transaction)
            var member = file.member
            member.comeBack()
            transaction.tell(ActivityEvent(.memberJoined, of: member, reference: customer.id.text, at: act.at))
            try file.admit()
            try file.save(member)
            if isInPerson {
                try AuditLogStore(connection).append(
                    act.made(
                        "join", of: customer.id.text, by: actor, before: held.map { _ in "left" }, after: "member"),
                    in: shop.id)
            }
            return true
        }
    }
}
