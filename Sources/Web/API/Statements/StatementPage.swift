import Loyalty
import Operations

/// A member's statement as a page of HTML, for the screen and for A4 paper.
struct StatementPage {
    let view: ViewStatement.View
    let words: Catalogue

    var html: String {
        """
        <!DOCTYPE html>
        <html lang="\(words.language.rawValue)">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>\(word("title_in", ["shop": view.shop.name])) · Tuzo</title>
        <link rel="stylesheet" href="/statement.css">
        </head>
        <body>
        <main>
        <h1>\(word("title"))</h1>
        \(heading)\(sums)\(entries)\(proof)</main>
        </body>
        </html>

        """
    }

    private var heading: String {
        let name = view.name.isEmpty ? view.customerID.text : "\(view.name) (\(view.customerID))"
        return """
            <dl class="heading">
            <dt>\(word("shop"))</dt><dd dir="auto">\(escapedHTML(view.shop.name))</dd>
            <dt>\(word("member"))</dt><dd dir="auto">\(escapedHTML(name))</dd>
            <dt>\(word("days"))</dt><dd>\(word("from_to", ["from": "\(view.from)", "through": "\(view.through)"]))</dd>
            </dl>

            """
    }

    private var sums: String {
        let statement = view.statement
        let rows = LedgerTotal.allCases.map { total in
            "<tr><th scope=\"row\">\(word(total.key))</th><td>\(signed(statement.sum(total)))</td></tr>\n"
        }
        return """
            <table class="sums">
            <caption>\(word("sums"))</caption>
            <tbody>
            <tr class="total"><th scope="row">\(word("before", ["day": "\(view.from)"]))</th>\
            <td>\(statement.opening)</td></tr>
            \(rows.joined())\
            <tr class="total"><th scope="row">\(word("after", ["day": "\(view.through)"]))</th>\
            <td>\(statement.closing)</td></tr>
            </tbody>
            </table>

            """
    }

    private var entries: String {
        guard !view.statement.lines.isEmpty else { return "<p>\(word("none"))</p>\n" }
        let headings = ["day", "number", "what", "points", "balance"].map { "<th scope=\"col\">\(word($0))</th>" }
        // On a telephone the figures may be wider than the page; then the table moves, by keyboard too.
        return """
            <div class="wide" tabindex="0" role="region" aria-label="\(word("entries"))">
            <table class="entries">
            <caption>\(word("entries"))</caption>
            <thead><tr>\(headings.joined())</tr></thead>
            <tbody>
            \(view.statement.lines.map(row).joined())</tbody>
            </table>
            </div>

            """
    }

    private func row(_ line: Statement.Line) -> String {
        let entry = line.entry
        let key: String
        switch entry.kind {
        // What an owner does by hand, the shop has done for the member.
        case .adjustment: key = "statement.total.adjusted"
        case .expired where entry.isOfLeaving: key = "entry.left"
        case .expired where entry.undoesExpiry: key = "entry.expiry_undone"
        default: key = "kind.\(entry.kind.rawValue)"
        }
        return """
            <tr><td>\(line.day)</td><td>\(entry.sequence)</td><td>\(escapedHTML(words(key)))<br>\
            <small dir="auto">\(escapedHTML(entry.description))</small></td><td>\(signed(entry.points))</td>\
            <td>\(line.balance)</td></tr>

            """
    }

    private var proof: String {
        guard let last = view.lastEntry else { return "" }
        let sentence = word("proof", ["number": "\(last.sequence)"]).replacing("{hash}", with: code(last.hash))
        let how = word("proof.how").replacing("{command}", with: code("tuzo audit --statement statement.csv"))
        return "<p class=\"proof\">\(sentence) \(how)</p>\n"
    }

    /// A text of the statement, ready to stand in the page.
    private func word(_ key: String, _ holes: [String: String] = [:]) -> String {
        escapedHTML(words("statement.\(key)", holes))
    }
}

private func code(_ text: String) -> String { "<code>\(escapedHTML(text))</code>" }

private func signed(_ points: Points) -> String {
    switch points.count {
    case 0: "0"
    case 1...: "+\(points)"
    default: "−\(points.count.magnitude)"
    }
}

extension LedgerTotal {
    /// The column among the words of statements.
    fileprivate var key: String { "total.\(rawValue)" }
}
