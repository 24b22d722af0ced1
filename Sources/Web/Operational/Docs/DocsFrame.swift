/// What all pages of the documentation have around them.
struct DocsFrame {
    let title: String

    func html(around content: String) -> String {
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>\(escapedHTML(title))</title>
        <link rel="stylesheet" href="/docs.css">
        </head>
        <body>
        <main>
        <h1>\(escapedHTML(title))</h1>
        \(content)</main>
        </body>
        </html>

        """
    }
}

/// A text as it may stand in HTML, within and outside of quotes.
func escapedHTML(_ text: String) -> String {
    // Scalar by scalar, because a sign with an accent upon it is another character, and yet the same in HTML.
    text.unicodeScalars.reduce(into: "") { html, scalar in
        switch scalar {
        case "&": html += "&amp;"
        case "<": html += "&lt;"
        case ">": html += "&gt;"
        case "\"": html += "&quot;"
        case "'": html += "&#39;"
        default: html.unicodeScalars.append(scalar)
        }
    }
}
