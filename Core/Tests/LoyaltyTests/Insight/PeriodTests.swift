import Loyalty
import Testing

struct PeriodTests {
    private let today = Day("2026-11-25")!

    @Test func `a period ends today, and the one before it ends where it begins`() {
        let period = Period(of: 30, through: today)
        #expect(period.first == Day("2026-10-27"))
        #expect(period.days.count == 30 && period.days.first == period.first && period.days.last == today)
        #expect(period.before.last == Day("2026-10-26"))
        #expect(period.before.dayCount == 30)
    }

    @Test(arguments: [(1, 1), (7, 7), (90, 90), (92, 92), (93, 14), (365, 53), (366, 53)])
    func `steps are days, or weeks where days are too many, and leave no day out`(days: Int, count: Int) {
        let period = Period(of: days, through: today)
        #expect(period.steps.count == count)
        #expect(period.isByWeek == (count < days))
        var next = period.first
        for step in period.steps {
            #expect(step.lowerBound == next)
            next = step.upperBound + 1
        }
        #expect(next == today + 1)
    }
}
