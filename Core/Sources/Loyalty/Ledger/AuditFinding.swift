/// One row that does not fit the others.
public struct AuditFinding: Hashable, Sendable, CustomStringConvertible {
    public let rule: AuditRule
    public let shopID: Shop.ID
    /// `nil` for what concerns the whole shop.
    public let customerID: Customer.ID?
    /// The row, such as `entry 7`; empty for the member's or the shop's own.
    public let row: String
    /// What does not fit, in a few words.
    public let detail: String

    public init(_ rule: AuditRule, in shopID: Shop.ID, of customerID: Customer.ID?, row: String, detail: String) {
        self.rule = rule
        self.shopID = shopID
        self.customerID = customerID
        self.row = row
        self.detail = detail
    }

    /// One line: `shop cdnow, member 1901, entry 7: hash does not fit its content`.
    public var description: String {
        let member = customerID.map { ", member \($0)" } ?? ""
        return "shop \(shopID)\(member)\(row.isEmpty ? "" : ", ")\(row): \(detail)"
    }
}

/// What an audit finds in one place: of each rule only the first row that breaks it, because what follows is mostly the
/// same damage seen again.
public struct AuditFindings: Sendable {
    public private(set) var all: [AuditFinding] = []
    let shopID: Shop.ID
    private let customerID: Customer.ID?

    public init(in shopID: Shop.ID, of customerID: Customer.ID? = nil) {
        self.shopID = shopID
        self.customerID = customerID
    }

    public mutating func add(_ rule: AuditRule, _ row: String, _ detail: String) {
        guard !all.contains(where: { $0.rule == rule }) else { return }
        all.append(AuditFinding(rule, in: shopID, of: customerID, row: row, detail: detail))
    }

    /// Finds a figure that is not what the other rows make of it.
    mutating func compare<Figure: Equatable & CustomStringConvertible>(
        _ name: String, _ found: Figure?, to expected: Figure?, _ rule: AuditRule, _ row: @autoclosure () -> String = ""
    ) {
        guard found != expected else { return }
        let (found, expected) = (found?.description ?? "none", expected?.description ?? "none")
        add(rule, row(), "\(name) is \(found), not \(expected)")
    }
}
