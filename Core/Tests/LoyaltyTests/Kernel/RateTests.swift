import Loyalty
import Testing

@Suite struct RateTests {
    @Test func `a rate is whole ten-thousandths, written without superfluous zeros`() {
        let written = [0, 1, 12_500, 10_000, 15_000, 100_000, 10_000_000_000].map {
            Rate(tenThousandths: $0).description
        }
        #expect(written == ["0", "0.0001", "1.25", "1", "1.5", "10", "1000000"])
    }

    @Test func `rates compare by value`() {
        #expect(Rate.zero < .one)
        #expect(rate("1.2499") < rate("1.25"))
        #expect(rate("1.25") == rate("1.2500"))
        #expect(rate("1000000") == .limit)
    }

    @Test func `a fifth decimal is refused`() {
        #expect(throws: DecimalRejection.mustNotBeFiner(places: 4)) {
            try decimal("1.00001").scaled(toPlaces: Rate.places)
        }
    }
}
