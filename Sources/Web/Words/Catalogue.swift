/// All words of the pages in one language: a text for each key.
///
/// The file has a line for each, `wallet.title = Your points`; holes are names in braces, and lines that begin with `#`
/// are comments. Where a number decides, there are two, for 1 and for all others: `days.one` and `days.other`.
struct Catalogue: Sendable {
    let language: Language
    private let texts: [String: String]

    /// - Throws: ``CatalogueFault`` for a line that is neither a text nor a comment, and for a key that comes twice.
    init(_ language: Language, parsing file: String) throws(CatalogueFault) {
        var texts: [String: String] = [:]
        for (number, line) in file.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            guard !line.isEmpty, !line.hasPrefix("#") else { continue }
            guard let place = line.firstRange(of: " = ") else { throw .lineMustBeAText(number + 1) }
            let key = String(line[..<place.lowerBound])
            guard texts.updateValue(String(line[place.upperBound...]), forKey: key) == nil else {
                throw .keyMustNotRepeat(key)
            }
        }
        self.language = language
        self.texts = texts
    }

    /// A catalogue that shows keys instead of texts.
    init(empty language: Language) {
        self.language = language
        texts = [:]
    }

    var keys: Set<String> { Set(texts.keys) }

    /// The text of a key, its holes as they are; `nil` where there is none.
    func text(_ key: String) -> String? { texts[key] }

    /// The text of a key with its holes filled. A key that is missing is shown itself; a test finds it before that.
    func callAsFunction(_ key: String, _ holes: [String: String] = [:]) -> String {
        var text = texts[key] ?? key
        for (name, value) in holes { text = text.replacing("{\(name)}", with: value) }
        return text
    }

    /// The text for a number of something, which fills the hole `{count}`.
    func count(_ key: String, _ number: Int64, _ holes: [String: String] = [:]) -> String {
        let form = number == 1 ? "one" : "other"
        return self("\(key).\(form)", holes.merging(["count": grouped(number)]) { given, _ in given })
    }
}

/// Why a file of words cannot be read.
enum CatalogueFault: Error, Equatable {
    case lineMustBeAText(Int)
    case keyMustNotRepeat(String)
}
