import Loyalty
import Operations

/// The versions of a program, newest first, with what each of them changed.
struct VersionsPage: Screen {
    static let template = "program_versions"

    let frame: Frame
    let programPath: String
    let versions: [VersionLine]
    /// Where the older ones are; `nil` on the last page.
    let olderPath: String?
}

/// A version: who saved it, when, and what it changed.
struct VersionLine: Sendable {
    let number: Int
    let title: String
    let saved: String
    let changes: [ChangeLine]

    init(
        _ version: ProgramVersion, _ changes: [ProgramChange], named names: [String: String], in shop: Shop,
        _ wording: Wording, _ zone: Zone
    ) {
        number = version.number
        title = wording.words("program.version", ["number": wording.number(Int64(version.number))])
        saved = wording.words(
            "program.version_saved",
            [
                "person": wording.actor(version.author, named: names),
                "when": wording.moment(version.savedAt, in: zone),
            ])
        let tiers = version.program.tiers.ladder.tiers
        let words = ChangeWords(
            wording: wording, currency: shop.currency,
            tierNames: Dictionary(tiers.map { ($0.key, $0.name) }) { first, _ in first })
        self.changes = changes.map(words.line)
    }
}

extension Wording {
    /// Who did something: the name of a person, or what a key is called.
    func actor(_ actor: String, named names: [String: String]) -> String {
        if let name = names[actor] { return name }
        guard actor.hasPrefix("key:") else { return actor }
        return words("actor.key", ["name": String(actor.dropFirst("key:".count))])
    }
}
