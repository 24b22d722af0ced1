import Loyalty
import Operations
import Storage

/// Where the operator begins.
struct ConsolePage: Screen {
    static let template = "console"

    let frame: Frame
    let lists: [Tile]
    /// How many shops have scheduled work waiting; `nil` where none has.
    let waiting: String?
    let waitingPath: String

    struct Tile: Sendable {
        let path: String
        let name: String
        let about: String

        init(_ list: ConsoleList, _ words: Catalogue) {
            path = ConsolePath.list(list)
            name = words("console.list.\(list.rawValue)")
            about = words("console.about.\(list.rawValue)")
        }
    }
}

/// A list over all shops, with what it is narrowed to.
struct ConsoleListPage: Screen {
    static let template = "console_list"

    let frame: Frame
    let title: String
    let lists: [PageLink]
    let listPath: String
    let search: String
    let searchHint: String
    let shop: String
    let hasStates: Bool
    let states: [Option]
    let sorts: [Option]
    let headings: [Heading]
    let hasRows: Bool
    let rows: [Row]
    let previous: String?
    let next: String?
    /// Whether there is more than pages lead to.
    let isCut: Bool

    struct Heading: Sendable {
        let label: String
        let isNumber: Bool
    }

    struct Row: Sendable {
        let path: String
        let key: String
        let shopPath: String
        let shopName: String
        let cells: [ConsoleCell]
    }

    init(
        _ list: ConsoleList, _ found: [ConsoleRow], _ ask: ConsoleAsk, page: Int, rowsMax: Int, pagesMax: Int,
        _ wording: Wording, frame: Frame
    ) {
        let words = wording.words
        self.frame = frame
        title = words("console.list.\(list.rawValue)")
        lists = ConsoleList.allCases.map { other in
            PageLink(other, [("shop", ask.shop?.text)], words, isHere: other == list)
        }
        listPath = ConsolePath.list(list)
        search = ask.search ?? ""
        searchHint = words("console.search.\(list.rawValue)")
        shop = ask.shop?.text ?? ""
        hasStates = !list.states.isEmpty
        states =
            [Option(value: "", label: words("console.state.all"), isChosen: ask.state == nil)]
            + list.states.map { Option(value: $0, label: words("console.word.\($0)"), isChosen: ask.state == $0) }
        sorts = list.sorts.map { sort in
            Option(value: sort.rawValue, label: words("console.sort.\(sort.rawValue)"), isChosen: ask.sort == sort)
        }
        let columns = list.columns
        headings = columns.filter(\.isListed).map { column in
            Heading(label: words("console.column.\(column.name)"), isNumber: column.isNumber)
        }
        rows = found.prefix(rowsMax).map { row in
            Row(
                path: ConsolePath.record(list, row.key, in: row.shopID), key: row.key,
                shopPath: ConsolePath.record(.shops, "", in: row.shopID), shopName: row.shopName,
                cells: zip(columns, row.values).filter(\.0.isListed).map { ConsoleCell($0, $1, in: row, wording) })
        }
        hasRows = !rows.isEmpty
        let hasMore = found.count > rowsMax
        previous = page > 1 ? list.path(ask, page: page - 1) : nil
        next = hasMore && page < pagesMax ? list.path(ask, page: page + 1) : nil
        isCut = hasMore && page == pagesMax
    }
}

/// One row of a list, with all that is kept of it, and where to go from there.
struct ConsoleRecordPage: Screen {
    static let template = "console_record"

    let frame: Frame
    let listName: String
    let listPath: String
    let title: String
    let key: String
    let shopName: String
    let shopPath: String
    let facts: [ConsoleCell]
    let documents: [ConsoleCell]
    let related: [PageLink]

    init(_ list: ConsoleList, _ row: ConsoleRow, _ wording: Wording, frame: Frame) {
        let words = wording.words
        self.frame = frame
        listName = words("console.list.\(list.rawValue)")
        listPath = ConsolePath.list(list)
        title = words("console.one.\(list.rawValue)")
        key = row.key
        shopName = row.shopName
        shopPath = ConsolePath.record(.shops, "", in: row.shopID)
        let cells = zip(list.columns, row.values).map { ConsoleCell($0, $1, in: row, wording) }
        facts = cells.filter { $0.document == nil }
        documents = cells.filter { $0.document != nil }
        let lists: [ConsoleList] =
            switch list {
            case .shops, .work: ConsoleList.allCases.filter { $0 != .shops }
            case .members: [.entries, .redemptions, .referrals]
            case .rewards: [.redemptions]
            default: []
            }
        let search =
            switch list {
            case .members: row.key
            case .rewards: row.values.first?.words
            default: String?.none
            }
        related = lists.map { other in
            PageLink(other, [("search", search), ("shop", row.shopID.text)], words)
        }
    }
}

extension ConsoleValue {
    fileprivate var words: String? { if case .text(let text) = self { text } else { nil } }
}

extension PageLink {
    /// The way to a list.
    fileprivate init(
        _ list: ConsoleList, _ query: [(String, String?)], _ words: Catalogue, isHere: Bool = false
    ) {
        self.init(
            path: ConsolePath.list(list, query), label: words("console.list.\(list.rawValue)"), isHere: isHere)
    }
}

extension ConsoleList {
    /// Where another page of the same list is.
    fileprivate func path(_ ask: ConsoleAsk, page: Int) -> String {
        let sort = ask.sort == sorts[0] ? nil : ask.sort.rawValue
        let query = [
            ("search", ask.search), ("shop", ask.shop?.text), ("state", ask.state), ("sort", sort),
            ("page", page == 1 ? nil : String(page)),
        ]
        return ConsolePath.list(self, query)
    }
}
