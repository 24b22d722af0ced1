import ExactJSON
import Hummingbird

/// The description of the API as a page to read.
struct DocsPage {
    let document: OpenAPIDocument

    var html: String {
        DocsFrame(title: "Tuzo API \(document.version)").html(around: navigation + introduction + sections)
    }

    private var navigation: String {
        let links = document.tags.map { "<li><a href=\"#\(escapedHTML(anchor($0)))\">\(escapedHTML($0))</a></li>" }
        return "<nav aria-label=\"Sections\"><ul>\(links.joined())</ul></nav>\n"
    }

    private var introduction: String {
        """
        <p>Calls carry <code>Authorization: Bearer …</code> with a person's token or an API key. Bodies and answers are
        JSON. Problems are answered as <a href="/docs/problems"><code>application/problem+json</code></a>. A
        <code>POST</code> with an <code>Idempotency-Key</code> that is sent again within 24 hours gets the first answer
        again. For programs there is <a href="/openapi.json">openapi.json</a>.</p>

        """
    }

    private var sections: String {
        document.tags.map { tag in
            let calls = document.endpoints.filter { $0.tag == tag }.map(\.html).joined()
            return "<section>\n<h2 id=\"\(escapedHTML(anchor(tag)))\">\(escapedHTML(tag))</h2>\n\(calls)</section>\n"
        }
        .joined()
    }

    private func anchor(_ tag: String) -> String { tag.lowercased().replacing(" ", with: "-") }
}

extension Endpoint {
    fileprivate var html: String {
        """
        <article>
        <h3><span class="method">\(method.rawValue)</span> <code>\(escapedHTML(path))</code></h3>
        <p>\(escapedHTML(summary)). For \(escapedHTML(callers)).</p>
        \(queryHTML)\(bodyHTML)\(answers.map(\.html).joined())</article>

        """
    }

    private var queryHTML: String {
        guard !query.isEmpty else { return "" }
        let rows = query.map { "<dt><code>\(escapedHTML($0.name))</code></dt><dd>\(escapedHTML($0.text))</dd>" }
        return "<dl>\(rows.joined())</dl>\n"
    }

    private var bodyHTML: String {
        guard let body else { return "" }
        return "<p>Takes</p>\n<pre tabindex=\"0\">\(escapedHTML(body.outline))</pre>\n"
    }
}

extension AnswerShape {
    fileprivate var html: String {
        let outline = schema.map { "\n<pre tabindex=\"0\">\(escapedHTML($0.outline))</pre>" } ?? ""
        return "<p>Answers <strong>\(status.code)</strong>: \(escapedHTML(text))</p>\(outline)\n"
    }
}
