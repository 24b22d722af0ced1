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
