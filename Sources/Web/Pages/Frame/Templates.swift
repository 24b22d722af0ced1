import Mustache

/// All templates, in every language.
///
/// A template names its words in double brackets, `[[wallet.title]]`, and its files so: `[[file:tuzo.css]]`. Both are
/// filled in once, when the server starts; what stands in braces in a text becomes a value of the page.
struct Templates: Sendable {
    private let libraries: [Language: MustacheLibrary]
    private let catalogues: [Language: Catalogue]

    /// - Parameter sources: Template texts by name.
    /// - Throws: ``TemplateFault`` for a word or file that there is not, and what the library throws for a template
    ///   that it cannot read.
    init(_ sources: [String: String], in catalogues: [Catalogue], shelf: AssetShelf) throws {
        SafeHTML.register()
        var libraries: [Language: MustacheLibrary] = [:]
        for words in catalogues {
            var library = MustacheLibrary()
            for (name, source) in sources {
                let text = try filled(source, of: name, with: words, shelf)
                try library.register(SafeHTML.pragma + text, named: name)
            }
            libraries[words.language] = library
        }
        self.libraries = libraries
        self.catalogues = Dictionary(uniqueKeysWithValues: catalogues.map { ($0.language, $0) })
    }

    /// How numbers and words are said in a language.
    func wording(in language: Language) -> Wording {
        Wording(catalogues[language] ?? Catalogue(empty: language))
    }

    /// The page as HTML.
    func html(of page: some Screen, in language: Language) -> String {
        libraries[language]?.render(Shown(page), withTemplate: type(of: page).template) ?? ""
    }
}

/// What a template asks for and nobody has.
enum TemplateFault: Error, Equatable {
    case wordMustExist(String, template: String)
    case fileMustExist(String, template: String)
}

/// Fills in the words and files that a template names.
private func filled(
    _ source: String, of template: String, with words: Catalogue, _ shelf: AssetShelf
) throws(TemplateFault) -> String {
    var text = ""
    var rest = source[...]
    while let start = rest.firstRange(of: "[["), let end = rest[start.upperBound...].firstRange(of: "]]") {
        text += rest[..<start.lowerBound]
        let name = String(rest[start.upperBound..<end.lowerBound])
        if name.hasPrefix("file:") {
            guard let path = shelf.path(of: String(name.dropFirst("file:".count))) else {
                throw .fileMustExist(name, template: template)
            }
            text += path
        } else {
            guard let word = words.text(name) else { throw .wordMustExist(name, template: template) }
            text += escapedHTML(word).replacing("{", with: "{{").replacing("}", with: "}}")
        }
        rest = rest[end.upperBound...]
    }
    return text + rest
}
