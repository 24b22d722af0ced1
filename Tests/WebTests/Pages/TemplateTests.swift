import Foundation
import Loyalty
import Testing

@testable import Web

struct TemplateTests {
    private struct Greeting: Screen {
        static let template = "greeting"
        let frame = Frame("Greeting", for: .stranger(reading: .english))
        let name: String
    }

    private struct Basket: Screen {
        struct Line: Sendable {
            let what: String
            let count: Int
            let note: String?
            let isGift: Bool
        }

        static let template = "basket"
        let frame = Frame("Basket", for: .stranger(reading: .english))
        let lines: [Line]
        let tags: [String]
        let day: Day?
        let first: Line?
    }

    @Test func `a template sees texts, numbers, flags, days, lists, values in values, and nothing of what is absent`()
        throws
    {
        let source =
            "{{#lines}}{{count}} {{what}}{{#isGift}} as a gift{{/isGift}}{{#note}} ({{note}}){{/note}}, "
            + "{{/lines}}{{^lines}}nothing, {{/lines}}{{#tags}}#{{.}} {{/tags}}{{#day}}on {{day}}{{/day}}"
            + "{{^day}}some day{{/day}}{{#first}}, first {{what}} of {{frame.title}}{{/first}}"
        let templates = try templates(["basket": source])
        let lines = [
            Basket.Line(what: "bun", count: 2, note: nil, isGift: false),
            Basket.Line(what: "<cake>", count: 1, note: "late", isGift: true),
        ]
        let full = Basket(lines: lines, tags: ["a", "b"], day: Day("2026-11-02"), first: lines[0])
        #expect(
            templates.html(of: full, in: .english)
                == "2 bun, 1 &lt;cake&gt; as a gift (late), #a #b on 2026-11-02, first bun of Basket")
        let empty = Basket(lines: [], tags: [], day: nil, first: nil)
        #expect(templates.html(of: empty, in: .english) == "nothing, some day")
    }

    @Test func `every template and file of the sources is compiled in`() throws {
        let web = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../Sources/Web")
        let templates = try names(in: web.appending(path: "Templates"), ending: "mustache")
        #expect(Set(Templates.sources.keys) == templates)
        let styles = try names(in: web.appending(path: "Assets"), ending: "css").map { name in
            try String(contentsOf: web.appending(path: "Assets/\(name).css"), encoding: .utf8)
        }
        let sheet = try #require(AssetShelf.files.first { $0.name == "tuzo.css" })
        for style in styles { #expect(String(decoding: sheet.bytes, as: UTF8.self).contains(style)) }
        _ = try PageRoom(publicURL: "http://127.0.0.1:8001")
    }

    @Test func `no template shows a value without escaping it`() {
        for (name, source) in Templates.sources {
            #expect(!source.contains("{{{") && !source.contains("{{&"), "\(name)")
            #expect(!source.contains(" style=") && !source.contains("<script>"), "\(name)")
        }
    }

    @Test(arguments: [
        ("Mia", "Mia"), ("<script>", "&lt;script&gt;"), ("D'Arcy & \"Söhne\"", "D&#39;Arcy &amp; &quot;Söhne&quot;"),
        ("\"\u{301} onclick=\u{301}", "&quot;\u{301} onclick=\u{301}"), ("<\u{20DD}b>", "&lt;\u{20DD}b&gt;"),
    ])
    func `whatever people are called stays text, also where an accent stands upon a sign`(
        name: String, html: String
    ) throws {
        let templates = try templates([
            "frame": "{{$body}}{{/body}}", "greeting": "{{<frame}}{{$body}}{{name}}{{/body}}{{/frame}}",
        ])
        let page = templates.html(of: Greeting(name: name), in: .english)
        #expect(Array(page.unicodeScalars) == Array(html.unicodeScalars))
    }

    @Test func `words are filled in, and their holes are values of the page`() throws {
        let templates = try templates(["greeting": "<p>[[greeting.hello]]</p>"])
        #expect(templates.html(of: Greeting(name: "A&B"), in: .english) == "<p>Hello, A&amp;B &lt;3</p>")
    }

    @Test func `a word or a file that there is not is found when the server starts`() {
        #expect(throws: TemplateFault.wordMustExist("nothing", template: "greeting")) {
            try templates(["greeting": "[[nothing]]"])
        }
        #expect(throws: TemplateFault.fileMustExist("file:nothing.css", template: "greeting")) {
            try templates(["greeting": "[[file:nothing.css]]"])
        }
    }

    private func templates(_ sources: [String: String]) throws -> Templates {
        let words = try Catalogue(.english, parsing: "greeting.hello = Hello, {name} <3")
        return try Templates(sources, in: [words], shelf: AssetShelf([]))
    }

    private func names(in folder: URL, ending: String) throws -> Set<String> {
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        return Set(files.filter { $0.hasSuffix(".\(ending)") }.map { String($0.dropLast(ending.count + 1)) })
    }
}
