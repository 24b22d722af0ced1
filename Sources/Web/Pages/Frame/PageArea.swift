import Operations

/// Pages that belong together: their controllers, and what of theirs is compiled in.
struct PageArea: Sendable {
    /// Templates by name.
    var templates: [String: [UInt8]] = [:]
    /// Parts of the style sheet.
    var styles: [[UInt8]] = []
    /// Scripts, icons and pictures, by the names that templates give them.
    var files: [String: [UInt8]] = [:]
    var controllers: @Sendable (PageParts) -> [any Controller] = { _ in [] }

    /// All there are; the style sheet has their parts in this order.
    static let all: [PageArea] = [
        .frame, .customer, .overview, .program, .rewards, .till, .referrals, .shopSettings, .console,
    ]
}

/// What the controllers of pages work with.
struct PageParts: Sendable {
    let surroundings: Surroundings
    let room: PageRoom
    let settings: WebSettings
    let signIn: SignIn
    let verifier: TokenVerifier
    /// The guesses at redemption codes, which the API counts with the till.
    let guesses: CodeGuesses
    /// What remembers API keys, and must forget those that are revoked.
    let ring: KeyRing
}

extension Templates {
    /// The templates that are compiled in, by name.
    static var sources: [String: String] {
        PageArea.all.flatMap(\.templates).reduce(into: [:]) { sources, template in
            sources[template.key] = String(decoding: template.value, as: UTF8.self)
        }
    }
}

extension AssetShelf {
    /// The files that are compiled in. The style sheet is written in parts, and served as one.
    static var files: [File] {
        let sheet = PageArea.all.flatMap(\.styles).joined(separator: "\n".utf8)
        let others = PageArea.all.flatMap(\.files).map { File(name: $0.key, bytes: $0.value) }
        return [File(name: "tuzo.css", bytes: Array(sheet))] + others
    }
}

extension Catalogue {
    /// The words that are compiled in, in every language.
    static func all() throws(CatalogueFault) -> [Catalogue] {
        [
            try Catalogue(.english, parsing: String(decoding: PackageResources.en_words, as: UTF8.self)),
            try Catalogue(.swahili, parsing: String(decoding: PackageResources.sw_words, as: UTF8.self)),
        ]
    }
}
