public import Loyalty

/// Who customers are, within one transaction. A customer is the same person in every shop.
public struct CustomerStore {
    private let connection: any SQLConnection

    public init(_ connection: any SQLConnection) { self.connection = connection }

    public func customer(_ id: Customer.ID) throws -> Customer? {
        try connection.first(query(id)) { row in
            Customer(
                id: try row.id(), name: try row.text(), email: row.optionalText(), phone: row.optionalText(),
                birthday: try row.optionalDay())
        }
    }

    /// Announces that ``customer(_:)`` will be called.
    public func expectCustomer(_ id: Customer.ID) throws { try connection.expect(query(id)) }

    private func query(_ id: Customer.ID) -> SQLStatement {
        "SELECT customer_id, name, email, phone, birthday_on FROM customer WHERE customer_id = \(id)"
    }

    /// Makes the customer, or replaces what is known.
    public func save(_ customer: Customer) throws {
        try connection.send(
            """
            INSERT INTO customer (customer_id, name, folded_name, email, phone, birthday_on)
            VALUES (
                \(customer.id), \(customer.name), \(customer.name.lowercased()), \(customer.email), \(customer.phone),
                \(customer.birthday))
            ON CONFLICT (customer_id) DO UPDATE SET
                name = excluded.name, folded_name = excluded.folded_name, email = excluded.email,
                phone = excluded.phone, birthday_on = excluded.birthday_on
            """)
    }

    /// Adds what somebody says of a customer, as far as it is for them to say.
    public func learn(_ customer: Customer, from teller: Teller) throws {
        switch teller {
        case .platform: try learn(customer)
        case .shop: try introduce(customer)
        }
    }

    /// Makes a customer with no more than a name, where nobody is known by that id.
    private func introduce(_ customer: Customer) throws {
        try connection.send(
            """
            INSERT INTO customer (customer_id, name, folded_name)
            VALUES (\(customer.id), \(customer.name), \(customer.name.lowercased()))
            ON CONFLICT (customer_id) DO NOTHING
            """)
    }

    /// Makes the customer, or adds what is new: a name, an address, a number or a birthday replaces the one known,
    /// silence keeps it.
    private func learn(_ customer: Customer) throws {
        try connection.send(
            """
            INSERT INTO customer (customer_id, name, folded_name, email, phone, birthday_on)
            VALUES (
                \(customer.id), \(customer.name), \(customer.name.lowercased()), \(customer.email), \(customer.phone),
                \(customer.birthday))
            ON CONFLICT (customer_id) DO UPDATE SET
                name = CASE WHEN excluded.name = '' THEN customer.name ELSE excluded.name END,
                folded_name = CASE WHEN excluded.name = '' THEN customer.folded_name ELSE excluded.folded_name END,
                email = COALESCE(excluded.email, customer.email), phone = COALESCE(excluded.phone, customer.phone),
                birthday_on = COALESCE(excluded.birthday_on, customer.birthday_on)
            """)
    }
}
