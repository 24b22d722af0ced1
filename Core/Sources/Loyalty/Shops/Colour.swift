/// A colour as screens mix it: red, green and blue, from 0 to 255 each (sRGB).
public struct Colour: Hashable, Sendable {
    public let red: UInt8
    public let green: UInt8
    public let blue: UInt8

    public static let black = Colour(red: 0, green: 0, blue: 0)
    public static let white = Colour(red: 255, green: 255, blue: 255)

    public init(red: UInt8, green: UInt8, blue: UInt8) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    /// Takes six hexadecimal digits, in upper or lower case: `0b5a9c`.
    /// - Returns: `nil` for any other text.
    public init?(hex: some StringProtocol) {
        guard hex.utf8.count == 6, hex.utf8.allSatisfy(isHexDigit), let number = UInt32(hex, radix: 16) else {
            return nil
        }
        self.init(
            red: UInt8(number >> 16 & 0xFF), green: UInt8(number >> 8 & 0xFF), blue: UInt8(number & 0xFF))
    }

    /// Six hexadecimal digits: `0b5a9c`.
    public var hex: String {
        [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    /// The colour with so much of another one in it, as `color-mix(in srgb, …)` mixes them.
    /// - Parameter percent: How much of the other, 0 to 100.
    public func mixed(with other: Colour, percent: Int) -> Colour {
        func mix(_ own: UInt8, _ others: UInt8) -> UInt8 {
            UInt8((Int(own) * (100 - percent) + Int(others) * percent + 50) / 100)
        }
        return Colour(
            red: mix(red, other.red), green: mix(green, other.green), blue: mix(blue, other.blue))
    }

    /// Whether text of this colour can be read on a ground of the other, or the other way round: 4.5 : 1, as the Web
    /// Content Accessibility Guidelines ask for (2.2, success criterion 1.4.3).
    public func isReadable(on ground: Colour) -> Bool {
        let (dark, light) = (min(luminance, ground.luminance), max(luminance, ground.luminance))
        // (light + 0.05) / (dark + 0.05) ≥ 4.5, in whole numbers.
        return 2 * (light + flare) >= 9 * (dark + flare)
    }

    /// The relative luminance as the guidelines define it, in parts of 10,000,000,000.
    private var luminance: Int64 {
        2_126 * lightOf[Int(red)] + 7_152 * lightOf[Int(green)] + 722 * lightOf[Int(blue)]
    }
}

/// Light that screens reflect from around them: 0.05 of white.
private let flare: Int64 = 500_000_000

private func isHexDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"): true
    case UInt8(ascii: "A")...UInt8(ascii: "F"): true
    default: false
    }
}

/// How much light each of the 256 steps of a channel is, in millionths of the most: ((c + 0.055) / 1.055)^2.4, and
/// c / 12.92 up to 0.04045.
private let lightOf: [Int64] = [
    0, 304, 607, 911, 1214, 1518, 1821, 2125, 2428, 2732, 3035, 3347, 3677, 4025, 4391, 4777, 5182, 5605, 6049, 6512,
    6995, 7499, 8023, 8568, 9134, 9721, 10_330, 10_960, 11_612, 12_286, 12_983, 13_702, 14_444, 15_209, 15_996,
    16_807, 17_642, 18_500, 19_382, 20_289, 21_219, 22_174, 23_153, 24_158, 25_187, 26_241, 27_321, 28_426, 29_557,
    30_713, 31_896, 33_105, 34_340, 35_601, 36_889, 38_204, 39_546, 40_915, 42_311, 43_735, 45_186, 46_665, 48_172,
    49_707, 51_269, 52_861, 54_480, 56_128, 57_805, 59_511, 61_246, 63_010, 64_803, 66_626, 68_478, 70_360, 72_272,
    74_214, 76_185, 78_187, 80_220, 82_283, 84_376, 86_500, 88_656, 90_842, 93_059, 95_307, 97_587, 99_899, 102_242,
    104_616, 107_023, 109_462, 111_932, 114_435, 116_971, 119_538, 122_139, 124_772, 127_438, 130_136, 132_868,
    135_633, 138_432, 141_263, 144_128, 147_027, 149_960, 152_926, 155_926, 158_961, 162_029, 165_132, 168_269,
    171_441, 174_647, 177_888, 181_164, 184_475, 187_821, 191_202, 194_618, 198_069, 201_556, 205_079, 208_637,
    212_231, 215_861, 219_526, 223_228, 226_966, 230_740, 234_551, 238_398, 242_281, 246_201, 250_158, 254_152,
    258_183, 262_251, 266_356, 270_498, 274_677, 278_894, 283_149, 287_441, 291_771, 296_138, 300_544, 304_987,
    309_469, 313_989, 318_547, 323_143, 327_778, 332_452, 337_164, 341_914, 346_704, 351_533, 356_400, 361_307,
    366_253, 371_238, 376_262, 381_326, 386_429, 391_572, 396_755, 401_978, 407_240, 412_543, 417_885, 423_268,
    428_690, 434_154, 439_657, 445_201, 450_786, 456_411, 462_077, 467_784, 473_531, 479_320, 485_150, 491_021,
    496_933, 502_886, 508_881, 514_918, 520_996, 527_115, 533_276, 539_479, 545_724, 552_011, 558_340, 564_712,
    571_125, 577_580, 584_078, 590_619, 597_202, 603_827, 610_496, 617_207, 623_960, 630_757, 637_597, 644_480,
    651_406, 658_375, 665_387, 672_443, 679_542, 686_685, 693_872, 701_102, 708_376, 715_694, 723_055, 730_461,
    737_910, 745_404, 752_942, 760_525, 768_151, 775_822, 783_538, 791_298, 799_103, 806_952, 814_847, 822_786,
    830_770, 838_799, 846_873, 854_993, 863_157, 871_367, 879_622, 887_923, 896_269, 904_661, 913_099, 921_582,
    930_111, 938_686, 947_307, 955_973, 964_686, 973_445, 982_251, 991_102, 1_000_000,
]
