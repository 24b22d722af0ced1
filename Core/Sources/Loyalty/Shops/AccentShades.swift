/// The accent colour that an owner chose, in the shades that can be read: one for light pages, one for dark ones.
///
/// Each is the chosen colour itself where that can be read, and else the nearest to it on the way to black or to white.
public struct AccentShades: Hashable, Sendable {
    /// On light pages the colour of links and the ground of buttons and cards, in dark mode of the latter alone.
    public let light: Colour
    /// On dark pages the colour of links.
    public let dark: Colour

    public init(of chosen: Colour) {
        let steps = 0...100
        light =
            steps.lazy.map { chosen.mixed(with: .black, percent: $0) }.first(where: isReadableByDay) ?? .black
        dark = steps.lazy.map { chosen.mixed(with: .white, percent: $0) }.first(where: isReadableByNight) ?? .white
    }

    /// The grounds of light and of dark pages, as the style sheet has them: paper, panels, and what lies below.
    public static let lightGrounds = [
        Colour(red: 0xFA, green: 0xF8, blue: 0xF5), lightSurface, Colour(red: 0xF3, green: 0xF0, blue: 0xEA),
    ]
    public static let darkGrounds = [
        Colour(red: 0x17, green: 0x15, blue: 0x12), darkSurface, Colour(red: 0x1B, green: 0x19, blue: 0x16),
    ]
}

private let lightSurface = Colour.white
private let darkSurface = Colour(red: 0x21, green: 0x1E, blue: 0x1A)

/// White on the colour and on the lit corner of a card, and the colour on all grounds and on the tint of itself.
private func isReadableByDay(_ colour: Colour) -> Bool {
    let litCorner = colour.mixed(with: .white, percent: 16)
    let tint = lightSurface.mixed(with: colour, percent: 9)
    return Colour.white.isReadable(on: colour) && Colour.white.isReadable(on: litCorner)
        && (AccentShades.lightGrounds + [tint]).allSatisfy { colour.isReadable(on: $0) }
}

private func isReadableByNight(_ colour: Colour) -> Bool {
    let tint = darkSurface.mixed(with: colour, percent: 14)
    return (AccentShades.darkGrounds + [tint]).allSatisfy { colour.isReadable(on: $0) }
}
