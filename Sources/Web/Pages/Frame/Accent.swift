import Loyalty

/// The colour of a shop: the one that its owner chose, in shades that can be read, or one of a dozen, each of which was
/// checked for contrast in light and dark.
enum Accent {
    /// How many there are in the style sheet.
    static let count = 12
    /// That of the house itself.
    static let house = "accent-0"
    /// Where the style sheets of chosen colours are.
    static let sheets = "/assets/accents"

    private static let chosen = "accent-x"

    /// The class of a shop's colour.
    static func name(of shop: Shop) -> String { name(of: shop.accent, for: shop) }

    /// The class of a colour, or of the one that a shop has where none is chosen: always the same for a shop, and
    /// mostly another one for another shop.
    static func name(of colour: Colour?, for shop: Shop) -> String {
        if let colour { return chosen + colour.hex }
        let sum = shop.id.text.utf8.reduce(UInt32(17)) { $0 &* 31 &+ UInt32($1) }
        return "accent-\(1 + sum % UInt32(count - 1))"
    }

    /// Where the style sheet is that a class needs beside the one of all pages; `nil` where it needs none.
    static func sheet(of name: String) -> String? {
        name.hasPrefix(chosen) ? "\(sheets)/\(name.dropFirst(chosen.count)).css" : nil
    }

    /// The style sheets that some classes need, each once.
    static func sheets(of names: [String]) -> [String] { Set(names.compactMap(sheet)).sorted() }

    /// The style sheet of a chosen colour.
    static func rules(for colour: Colour) -> String {
        let (shades, name) = (AccentShades(of: colour), ".\(chosen)\(colour.hex)")
        return """
            \(name) { --accent: #\(shades.light.hex); --accent-text: #\(shades.light.hex); }
            @media (prefers-color-scheme: dark) { \(name) { --accent-text: #\(shades.dark.hex); } }

            """
    }
}
