import Testing

@testable import Web

struct HeartbeatTests {
    @Test func `one clock tells everybody, until they are gone`() async {
        let heart = Heartbeat(every: .milliseconds(1))
        let (first, firstLine) = AsyncStream.makeStream(of: Int.self)
        let (second, secondLine) = AsyncStream.makeStream(of: Int.self)
        let numbers = [heart.add { firstLine.yield(1) }, heart.add { secondLine.yield(2) }]
        #expect(await first.first { _ in true } == 1)
        #expect(await second.first { _ in true } == 2)
        heart.remove(numbers[0])
        #expect(await second.first { _ in true } == 2, "who stays is told")
        heart.remove(numbers[1])
    }

    @Test func `the clock begins anew for who comes when nobody was left`() async {
        let heart = Heartbeat(every: .milliseconds(1))
        heart.remove(heart.add {})
        let (beats, line) = AsyncStream.makeStream(of: Int.self)
        let number = heart.add { line.yield(1) }
        #expect(await beats.first { _ in true } == 1)
        heart.remove(number)
    }
}
