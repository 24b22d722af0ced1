public import Loyalty

/// Why a statement is not given, or why a file is not one that holds.
public enum StatementRejection: ListedRejection, Hashable {
    case fromMustNotBeAfterTo
    case linesMustBeAtMostFiveThousand
    case columnsMustBeOfAStatement
    case cellMustBeOfAStatement(String)
    case memberMustBeTheSame
    case sequenceMustFollow(Int64)
    case balanceMustFollow(Points)
    case hashMustFitContent
    case statementMustHaveEntries

    /// The others are about a file, which is proved by a command.
    public static var examples: [Self] { [.fromMustNotBeAfterTo, .linesMustBeAtMostFiveThousand] }

    public var name: String {
        switch self {
        case .fromMustNotBeAfterTo: "fromMustNotBeAfterTo"
        case .linesMustBeAtMostFiveThousand: "linesMustBeAtMostFiveThousand"
        case .columnsMustBeOfAStatement: "columnsMustBeOfAStatement"
        case .cellMustBeOfAStatement: "cellMustBeOfAStatement"
        case .memberMustBeTheSame: "memberMustBeTheSame"
        case .sequenceMustFollow: "sequenceMustFollow"
        case .balanceMustFollow: "balanceMustFollow"
        case .hashMustFitContent: "hashMustFitContent"
        case .statementMustHaveEntries: "statementMustHaveEntries"
        }
    }

    public var field: String? {
        switch self {
        case .fromMustNotBeAfterTo, .linesMustBeAtMostFiveThousand: "from"
        default: nil
        }
    }

    public var sentence: String {
        switch self {
        case .fromMustNotBeAfterTo: "from must not be after to."
        case .linesMustBeAtMostFiveThousand:
            "The page would have more than \(statementLinesMax) lines: name fewer days by from and to."
        case .columnsMustBeOfAStatement: "The columns are not those of a statement."
        case .cellMustBeOfAStatement(let column): "\(column) holds what no statement holds."
        case .memberMustBeTheSame: "The shop, the customer or the currency is not that of the first entry."
        case .sequenceMustFollow(let expected): "Entry \(expected) is missing here."
        case .balanceMustFollow(let expected): "The balance after it is not \(expected)."
        case .hashMustFitContent: "The hash does not fit what the line says and the hash before it."
        case .statementMustHaveEntries: "There are no entries, and so nothing to prove."
        }
    }
}

/// The most lines that a printed statement has.
let statementLinesMax = 5_000
