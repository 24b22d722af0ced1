import ExactJSON
public import Loyalty

/// Everything that is kept of one customer, over all shops, to be handed out to that customer.
///
/// Secrets are left out, and so are the other people of an invitation: they are not the customer's to have.
public struct CustomerDossier: Sendable {
    /// One object, with an array for each kind of record; written while it is read, because it may have many megabytes.
    public let json: [UInt8]

    /// Reads all of it, within one transaction.
    public init(of customer: Customer.ID, _ connection: any SQLConnection) throws {
        let sections = [
            DossierSection.ofPerson, DossierSection.ofMemberships, DossierSection.ofPoints, DossierSection.ofNotices,
            DossierSection.ofOrders, DossierSection.ofRewards, DossierSection.ofGifts,
        ].flatMap { sections in sections(customer) }
        var writer = JSONWriter()
        try writer.object { json in
            for section in sections { try section.write(from: connection, to: &json) }
        }
        json = writer.bytes
    }
}

/// One kind of records of a dossier.
struct DossierSection {
    enum Kind {
        case text
        case number
        case day
        case moment
    }

    private let name: String
    private let fields: KeyValuePairs<StaticString, Kind>
    private let statement: SQLStatement

    /// - Parameters:
    ///   - fields: The columns of the query in their order, and what is in them.
    ///   - statement: Amounts are in minor units of their currency.
    init(_ name: String, _ fields: KeyValuePairs<StaticString, Kind>, _ statement: SQLStatement) {
        self.name = name
        self.fields = fields
        self.statement = statement
    }

    func write(from connection: any SQLConnection, to json: inout JSONWriter) throws {
        json.key(name)
        try json.array { json in
            try connection.forEach(statement) { row in try write(&row, to: &json) }
        }
    }

    /// Writes a row as the customer reads it.
    private func write(_ row: inout SQLRow, to json: inout JSONWriter) throws {
        try json.object { json in
            for (key, kind) in fields {
                json.key("\(key)")
                switch kind {
                case .text: json.value(row.optionalText())
                case .number: json.value(row.optionalInteger())
                case .day: json.value(try row.optionalDay())
                case .moment: json.value(row.optionalInstant())
                }
            }
        }
    }
}
