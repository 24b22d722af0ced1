import Loyalty
import Testing

@Suite struct ReferralCodeTests {
    @Test func `a code is 8 symbols that cannot be mixed up, from 40 bits`() {
        #expect(ReferralCode.make(random: 0) == "00000000")
        #expect(ReferralCode.make(random: .max) == "ZZZZZZZZ")
        #expect(ReferralCode.make(random: 1 << 40) == "00000000")
        var dice = Dice(seed: 40)
        let codes = (0..<1_000).map { _ in ReferralCode.make(random: dice.next()) }
        #expect(Set(codes).count == 1_000)
        #expect(codes.allSatisfy { $0.count == 8 && !$0.contains { "OILU".contains($0) } })
    }

    @Test func `each of the 40 bits makes another code`() {
        #expect(Set((0..<40).map { ReferralCode.make(random: 1 << UInt64($0)) }).count == 40)
    }
}
