import Loyalty
import Testing

@Suite struct AccentTests {
    @Test(arguments: ["0b5a9c", "000000", "ffffff", "0A0b0C"])
    func `a colour is six digits, and is written as it was read`(text: String) throws {
        #expect(try #require(Colour(hex: text)).hex == text.lowercased())
    }

    @Test(arguments: ["", "fff", "#0b5a9c", "0b5a9", "0b5a9c0", "0b5a9g", "+b5a9c", "-00001", " 0b5a9", "٠٠٠", "ééé"])
    func `nothing else is a colour`(text: String) { #expect(Colour(hex: text) == nil) }

    /// The ratios are those that others compute: https://webaim.org/resources/contrastchecker/
    @Test(arguments: [
        ("767676", "ffffff", true), ("777777", "ffffff", false), ("000000", "ffffff", true),
        ("ffffff", "ffffff", false), ("0000ff", "ffffff", true), ("ff0000", "ffffff", false),
        ("ff0000", "000000", true), ("0000ff", "000000", false), ("757575", "000000", true),
        ("747474", "000000", false), ("008c00", "ffffff", false), ("008200", "ffffff", true),
    ])
    func `text is readable from 4·5 to 1 on`(text: String, ground: String, isReadable: Bool) throws {
        let (text, ground) = (try #require(Colour(hex: text)), try #require(Colour(hex: ground)))
        #expect(text.isReadable(on: ground) == isReadable)
        #expect(ground.isReadable(on: text) == isReadable)
    }

    @Test func `a colour that can be read stays as it is`() throws {
        let blue = try #require(Colour(hex: "0b5a9c"))
        #expect(AccentShades(of: blue).light == blue)
        let sky = try #require(Colour(hex: "84bdf2"))
        #expect(AccentShades(of: sky).dark == sky)
    }

    @Test func `every colour has shades that can be read on every ground`() {
        let steps: [UInt8] = [0, 1, 17, 40, 64, 90, 118, 128, 160, 187, 200, 221, 240, 255]
        for red in steps {
            for green in steps {
                for blue in steps {
                    let shades = AccentShades(of: Colour(red: red, green: green, blue: blue))
                    let isFine =
                        AccentShades.lightGrounds.allSatisfy { shades.light.isReadable(on: $0) }
                        && AccentShades.darkGrounds.allSatisfy { shades.dark.isReadable(on: $0) }
                        && Colour.white.isReadable(on: shades.light)
                    #expect(isFine, "\(red) \(green) \(blue): \(shades)")
                }
            }
        }
    }

    @Test func `a yellow becomes an olive by day, and stays a yellow by night`() throws {
        let yellow = try #require(Colour(hex: "ffd400"))
        let shades = AccentShades(of: yellow)
        #expect(shades.dark == yellow)
        #expect(shades.light.red > shades.light.green && shades.light.green > 50 && shades.light.blue == 0)
    }

    @Test func `colours are mixed as style sheets mix them`() throws {
        let teal = try #require(Colour(hex: "0f5e56"))
        #expect(teal.mixed(with: .white, percent: 0) == teal)
        #expect(teal.mixed(with: .white, percent: 100) == .white)
        #expect(Colour.black.mixed(with: .white, percent: 50).hex == "808080")
    }
}
