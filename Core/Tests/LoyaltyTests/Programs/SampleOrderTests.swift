import Loyalty
import Testing

@Suite struct SampleOrderTests {
    @Test(arguments: [["Everyone"], ["Low", "High"], ["Low", "Middle", "High"], ["A", "B", "C", "D"]])
    func `the first is small, and the others reach the minimum spend, however many tiers there are`(tiers: [String]) {
        let program = program { program in
            program.minimumSpend = money("2000")
            program.tiers.ladder = TierLadder(
                tiers.enumerated().map { place, name in
                    Tier(name: name, threshold: money("\(place * 100)"), multiplier: rate("1"))
                })
        }
        let samples = ProgramPreview(of: version(of: program), after: nil, in: bakery, on: Day(number: 0)).sampleOrders
        #expect(samples.map(\.total) == [money("19.99"), money("2123.45"), money("3000")])
        #expect(samples.map(\.after) == [.zero, Points(2_123), Points(3_000)])
        #expect(samples.first?.tier.name == tiers.first && samples.last?.tier.name == tiers.last)
    }
}
