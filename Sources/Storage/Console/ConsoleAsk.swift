public import Loyalty

/// Which rows of a list are asked for.
public struct ConsoleAsk: Sendable {
    /// What an id or a name begins with.
    public var search: String?
    public var shop: Shop.ID?
    public var state: String?
    public var sort: ConsoleSort
    /// The one row with that key, where it is given.
    public var key: String?
    public var offset: Int
    public var limit: Int
    /// What "now" is, for what falls due.
    public let now: Instant

    public init(
        search: String? = nil, shop: Shop.ID? = nil, state: String? = nil, sort: ConsoleSort = .key, key: String? = nil,
        offset: Int = 0, limit: Int, now: Instant
    ) {
        self.search = search
        self.shop = shop
        self.state = state
        self.sort = sort
        self.key = key
        self.offset = offset
        self.limit = limit
        self.now = now
    }

    // The shop is asked for as a range, which an index serves, also where all shops are meant.
    var firstShop: String { shop?.text ?? "" }
    var lastShop: String { shop?.text ?? afterAllIDs }
    var anyState: Bool { state == nil }
    var stateText: String { state ?? "" }
    var anyKey: Bool { key == nil }
    var keyText: String { key ?? "" }
    var anyText: Bool { search == nil }
    /// For names and addresses, which are compared in lower case.
    var beginning: String { LikePattern.beginning(with: (search ?? "").lowercased()) }
    /// For texts in which words are looked for anywhere.
    var anywhere: String { "%" + beginning }
    /// For ids, as they stand.
    var text: String { search ?? "" }
}

/// A text that sorts after every id.
private let afterAllIDs = "\u{10FFFF}"

/// One row of a list: the shop it belongs to, its key there, and a value for each column.
public struct ConsoleRow: Sendable {
    public let shopID: Shop.ID
    public let shopName: String
    public let currency: Currency
    public let key: String
    public let values: [ConsoleValue]
}

/// One value of a row, with what it is, so that a page can say it as people read it.
public enum ConsoleValue: Sendable {
    case nothing
    case text(String)
    /// One of a few words that the pages know.
    case word(String)
    case number(Int64)
    case points(Points)
    case moment(Instant)
    case day(Day)
    /// A person who is a member of the row's shop.
    case member(Customer.ID, name: String)
    /// A reward of the row's shop.
    case reward(Reward.ID, name: String)
    /// JSON, which is shown where a row stands alone.
    case document(String)
    case bytes([UInt8])
}

/// A column of a list.
public struct ConsoleColumn: Sendable {
    public let name: String
    let kind: Kind
    /// Whether lists show it; where a row stands alone, all columns are shown.
    public let isListed: Bool

    enum Kind {
        case text, word, number, points, moment, day, member, reward, document, bytes
    }

    static func listed(_ name: String, _ kind: Kind) -> ConsoleColumn {
        ConsoleColumn(name: name, kind: kind, isListed: true)
    }

    static func kept(_ name: String, _ kind: Kind) -> ConsoleColumn {
        ConsoleColumn(name: name, kind: kind, isListed: false)
    }

    func read(_ row: inout SQLRow) throws -> ConsoleValue {
        switch kind {
        case .text: row.optionalText().map { .text($0) } ?? .nothing
        case .word: row.optionalText().map { .word($0) } ?? .nothing
        case .number: row.optionalInteger().map { .number($0) } ?? .nothing
        case .points: row.optionalInteger().map { .points(Points($0)) } ?? .nothing
        case .moment: row.optionalInstant().map { .moment($0) } ?? .nothing
        case .day: try row.optionalDay().map { .day($0) } ?? .nothing
        case .document: row.optionalText().map { .document($0) } ?? .nothing
        case .bytes: row.optionalBytes().map { .bytes($0) } ?? .nothing
        case .member: person(row.optionalText(), row.optionalText())
        case .reward: reward(row.optionalText(), row.optionalText())
        }
    }

    private func person(_ id: String?, _ name: String?) -> ConsoleValue {
        id.map { .member(Identifier(trusted: $0), name: name ?? "") } ?? .nothing
    }

    private func reward(_ id: String?, _ name: String?) -> ConsoleValue {
        id.map { .reward(Identifier(trusted: $0), name: name ?? "") } ?? .nothing
    }
}
