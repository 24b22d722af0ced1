public import ExactJSON
public import Loyalty

/// Everything that is kept of one customer, over all shops, to be handed out to that customer.
///
/// Secrets are left out, and so are the other people of an invitation: they are not the customer's to have.
public struct CustomerDossier: JSONWritable, Sendable {
    private let sections: [DossierSection]

    /// Reads all of it, within one transaction.
    public init(of customer: Customer.ID, _ connection: any SQLConnection) throws {
        sections = try [
            DossierSection.ofPerson, DossierSection.ofMemberships, DossierSection.ofPoints, DossierSection.ofNotices,
            DossierSection.ofOrders, DossierSection.ofRewards, DossierSection.ofGifts,
        ].flatMap { read in try read(customer, connection) }
    }

    public func write(to json: inout JSONWriter) {
        json.object { json in
            for section in sections {
                json.array(section.name, section.records) { json, record in json.value(record) }
            }
        }
    }
}

/// One kind of records of a dossier.
struct DossierSection: Sendable {
    let name: String
    let records: [DossierRecord]

    /// - Parameters:
    ///   - fields: The columns of the query in their order, and what is in them.
    ///   - statement: Amounts are in minor units of their currency.
    init(
        _ name: String, _ fields: KeyValuePairs<StaticString, DossierRecord.Kind>, _ connection: any SQLConnection,
        _ statement: SQLStatement
    ) throws {
        self.name = name
        records = try connection.all(statement) { row in try DossierRecord(&row, fields) }
    }
}

/// A row as the customer reads it.
struct DossierRecord: JSONWritable, Sendable {
    enum Kind {
        case text
        case number
        case day
        case moment
    }

    private let members: [(key: String, value: any JSONWritable & Sendable)]

    init(_ row: inout SQLRow, _ fields: KeyValuePairs<StaticString, Kind>) throws {
        var members: [(key: String, value: any JSONWritable & Sendable)] = []
        for (key, kind) in fields {
            let value: (any JSONWritable & Sendable)? =
                switch kind {
                case .text: row.optionalText()
                case .number: row.optionalInteger()
                case .day: try row.optionalDay()
                case .moment: row.optionalInstant()
                }
            members.append((key: "\(key)", value: value ?? JSONValue.null))
        }
        self.members = members
    }

    func write(to json: inout JSONWriter) {
        json.object { json in
            for member in members {
                json.key(member.key)
                member.value.write(to: &json)
            }
        }
    }
}
