import Loyalty
import Operations

/// A member's statement as a page of HTML, for the screen and for A4 paper.
struct StatementPage {
    let view: ViewStatement.View

    var html: String {
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Statement of points, \(escapedHTML(view.shop.name))</title>
        <link rel="stylesheet" href="/statement.css">
        </head>
        <body>
        <main>
        <h1>Statement of points</h1>
        \(heading)\(sums)\(entries)\(proof)</main>
        </body>
        </html>

        """
    }

    private var heading: String {
        let name = view.name.isEmpty ? view.customerID.text : "\(view.name) (\(view.customerID))"
        return """
            <dl class="heading">
            <dt>Shop</dt><dd>\(escapedHTML(view.shop.name))</dd>
            <dt>Member</dt><dd>\(escapedHTML(name))</dd>
            <dt>Days</dt><dd>\(view.from) to \(view.through)</dd>
            </dl>

            """
    }

    private var sums: String {
        let statement = view.statement
        let rows = LedgerTotal.allCases.map { total in
            "<tr><th scope=\"row\">\(total.words)</th><td>\(signed(statement.sum(total)))</td></tr>\n"
        }
        return """
            <table class="sums">
            <caption>From the opening to the closing balance</caption>
            <tbody>
            <tr class="total"><th scope="row">Balance before \(view.from)</th><td>\(statement.opening)</td></tr>
            \(rows.joined())\
            <tr class="total"><th scope="row">Balance after \(view.through)</th><td>\(statement.closing)</td></tr>
            </tbody>
            </table>

            """
    }

    private var entries: String {
        guard !view.statement.lines.isEmpty else { return "<p>Nothing moved in these days.</p>\n" }
        return """
            <table class="entries">
            <caption>Every movement</caption>
            <thead><tr><th scope="col">Day</th><th scope="col">No.</th><th scope="col">What</th>\
            <th scope="col">Points</th><th scope="col">Balance</th></tr></thead>
            <tbody>
            \(view.statement.lines.map(row).joined())</tbody>
            </table>

            """
    }

    private func row(_ line: Statement.Line) -> String {
        let entry = line.entry
        return """
            <tr><td>\(line.day)</td><td>\(entry.sequence)</td><td>\(entry.kind.words)<br>\
            <small>\(escapedHTML(entry.description))</small></td><td>\(signed(entry.points))</td>\
            <td>\(line.balance)</td></tr>

            """
    }

    private var proof: String {
        guard let last = view.lastEntry else { return "" }
        return """
            <p class="proof">The last of all entries is number \(last.sequence), and its hash
            <code>\(last.hash)</code>. The file statement.csv holds every entry with its hash;
            <code>tuzo audit --statement statement.csv</code> proves it.</p>

            """
    }
}

private func signed(_ points: Points) -> String {
    switch points.count {
    case 0: "0"
    case 1...: "+\(points)"
    default: "−\(points.count.magnitude)"
    }
}

extension LedgerTotal {
    /// The column in plain words.
    fileprivate var words: String {
        switch self {
        case .earned: "Earned"
        case .redeemed: "Redeemed"
        case .expired: "Expired"
        case .adjusted: "Given or taken by the shop"
        case .reversed: "Taken back after refunds"
        case .returned: "Given back from cancelled redemptions"
        }
    }
}
