public import Loyalty
import Storage

/// Says who a customer is, in every shop.
public struct SaveCustomer: Sendable {
    private let surroundings: Surroundings

    public init(in surroundings: Surroundings) { self.surroundings = surroundings }

    /// - Returns: Whether the customer was not known before.
    /// - Throws: ``CustomerRejection``.
    public func callAsFunction(_ customer: Customer) async throws -> Bool {
        try validateCustomer(customer, at: surroundings.now())
        return try await surroundings.database.write(in: .people) { connection in
            let store = CustomerStore(connection)
            let held = try store.customer(customer.id)
            if held != customer { try store.save(customer) }
            return held == nil
        }
    }
}
