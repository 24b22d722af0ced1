public import ExactJSON
public import Loyalty
import Storage

/// An order with what was said of its customer, as the platform sends it.
public struct OrderDocument: Sendable {
    public let order: Order
    /// Who ordered; with the id ``Identifier/guest`` somebody without an account, who can be reached.
    public let customer: Customer

    /// Reads the JSON object of the API.
    /// - Parameter id: The order's id, which stands in the path and not in the body.
    /// - Throws: A rejection that names the field. Whether the order can be is for ``decideOrder(_:given:)`` to say.
    public init(_ fields: JSONFields, id: Order.ID, in shop: Shop) throws {
        customer = try Customer(ofOrder: fields)
        order = try Order(fields, id: id, of: customer.id, in: shop)
    }
}

extension Customer {
    /// Reads who a customer is; silence about the name is an empty name.
    /// - Throws: A rejection that names the field.
    public init(_ fields: JSONFields, id: Customer.ID) throws {
        self.init(
            id: id, name: try fields.optionalText("name", max: 300) ?? "",
            email: try fields.optionalText("email", max: 320), phone: try fields.optionalText("phone", max: 40),
            birthday: try fields.optionalDay("birthday"))
    }

    fileprivate init(ofOrder fields: JSONFields) throws {
        let customer = try fields.object("customer")
        guard let id: Customer.ID = try customer.optionalID("id") else {
            try self.init(customer, id: .guest)
            guard [email, phone].contains(where: { $0?.allSatisfy(\.isWhitespace) == false }) else {
                throw FieldRejection(.fieldIsRequired, "customer.id")
            }
            return
        }
        try self.init(customer, id: id)
    }
}
