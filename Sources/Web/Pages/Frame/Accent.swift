import Loyalty

/// The colour of a shop: one of a dozen, each of which was checked for contrast in light and dark.
enum Accent {
    /// How many there are in the style sheet.
    static let count = 12
    /// That of the house itself.
    static let house = "accent-0"

    /// The class of a shop's colour: always the same for a shop, and mostly another one for another shop.
    static func name(of shop: Shop) -> String {
        let sum = shop.id.text.utf8.reduce(UInt32(17)) { $0 &* 31 &+ UInt32($1) }
        return "accent-\(1 + sum % UInt32(count - 1))"
    }
}
