import Loyalty
import Testing

struct ShareTests {
    @Test(
        arguments: [
            (0, 10, 0), (1, 3, 333), (2, 3, 667), (1, 1, 1_000), (1, 2_000, 1), (1, 2_001, 0), (-1, 3, -333),
            (-1, 2_000, -1), (7, 2, 3_500),
        ] as [(Int128, Int128, Int64)])
    func `a share is rounded to a tenth of a percent, half away from zero`(part: Int128, whole: Int128, tenths: Int64) {
        #expect(share(of: part, in: whole) == tenths)
    }

    @Test func `there is no share of nothing, and none of a debt`() {
        #expect(share(of: 5, in: 0) == nil)
        #expect(share(of: 5, in: -3) == nil)
    }

    @Test func `growth is told of what was there before, whatever the size`() {
        #expect(growth(from: 80, to: 100) == 250)
        #expect(growth(from: 100, to: 80) == -200)
        #expect(growth(from: 0, to: 80) == nil)
        #expect(growth(from: 1, to: .max) == .max)
        #expect(growth(from: .max, to: 0) == -1_000)
    }
}
