import Testing

@testable import Web

extension PageVisit.Page {
    /// What a browser would send of a form that somebody looks at and sends as it is.
    /// - Parameter id: The form's id.
    func form(_ id: String) throws -> [String: String] {
        let start = try #require(html.firstRange(of: "<form id=\"\(id)\""))
        let rest = html[start.lowerBound...]
        let form = rest[..<(try #require(rest.firstRange(of: "</form>")).lowerBound)]
        var fields: [String: String] = [:]
        for tag in form.matches(of: /<input[^>]*>/).map({ String($0.output) }) {
            guard let name = attribute("name", of: tag) else { continue }
            let isBox = attribute("type", of: tag) == "checkbox"
            guard !isBox || tag.contains(" checked") else { continue }
            fields[name] = attribute("value", of: tag) ?? (isBox ? "on" : "")
        }
        for match in form.matches(of: /(?s)<select[^>]*name="([^"]*)"[^>]*>(.*?)<\/select>/) {
            let options = match.output.2.matches(of: /<option[^>]*>/).map { String($0.output) }
            let chosen = options.first { $0.contains(" selected") } ?? options.first
            fields[String(match.output.1)] = chosen.flatMap { attribute("value", of: $0) }
        }
        for match in form.matches(of: /(?s)<textarea[^>]*name="([^"]*)"[^>]*>(.*?)<\/textarea>/) {
            // A line break right behind the tag is no part of the text.
            let text = match.output.2.first == "\n" ? match.output.2.dropFirst() : match.output.2
            fields[String(match.output.1)] = plain(String(text))
        }
        return fields
    }

    private func attribute(_ name: String, of tag: String) -> String? {
        guard let match = tag.firstMatch(of: try! Regex(" \(name)=\"([^\"]*)\"")) else { return nil }
        return match.output[1].substring.map { plain(String($0)) }
    }

    private func plain(_ escaped: String) -> String {
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
            .reduce(escaped) { $0.replacing($1.0, with: $1.1) }
    }
}
