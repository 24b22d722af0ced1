import Hummingbird

/// What the API says when it does not do what was asked, rule by rule; each rule stands under its code.
enum ProblemsPage {
    static var html: String {
        let rows = ProblemShape.all.map { problem in
            "<tr><td>\(problem.status.code)</td><td>\(escapedHTML(problem.text))</td></tr>"
        }
        let sections = ProblemCatalog.entries.map { title, entries in
            "<h2>\(escapedHTML(title))</h2>\n<dl>\n\(entries.map(\.html).joined())</dl>\n"
        }
        return DocsFrame(title: "Problems")
            .html(around: introduction + table(rows.joined(separator: "\n")) + sections.joined())
    }

    private static let introduction = """
        <p>A problem is answered as <code>application/problem+json</code> (RFC 9457). Its <code>code</code> names the
        rule that was broken and never changes: <code>balance_must_cover_cost</code> means that the balance must cover
        the cost, and did not. <code>detail</code> and <code>error</code> say it in a sentence, <code>field</code>
        names the input field at fault where it is one, and <code>request_id</code> finds the request in the server's
        log. Nothing was changed. <code>type</code> leads to the rule on this page; a sentence that begins with
        <code>field</code> here has the name of the field there. <a href="/docs">All calls</a></p>

        """

    private static func table(_ rows: String) -> String {
        """
        <table>
        <thead><tr><th scope="col">Status</th><th scope="col">Means</th></tr></thead>
        <tbody>
        \(rows)
        </tbody>
        </table>

        """
    }
}

extension ProblemCatalog.Entry {
    fileprivate var html: String {
        let status = statuses.map(String.init).joined(separator: ", ")
        let sentences = sentences.map { "<dd>\(escapedHTML($0))</dd>\n" }.joined()
        return "<dt id=\"\(escapedHTML(code))\"><code>\(escapedHTML(code))</code> \(status)</dt>\n\(sentences)"
    }
}
