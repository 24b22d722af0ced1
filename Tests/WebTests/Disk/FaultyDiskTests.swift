import ExactJSON
import HTTPTypes
import HummingbirdTesting
import Loyalty
import Operations
import Storage
import Synchronization
import TestDatabase
import Testing

/// What callers of the whole server hear, over real sockets, while its disk is full or fails.
///
/// One at a time, because the disk is one for the whole process.
@Suite(.serialized, .onlyInFiles)
struct FaultyDiskTests {
    private static let callersMax = 16
    private static let shop = "/api/shops/bakery"

    /// Opens the bakery's counter on the disk that can fail; afterwards its books must be in order.
    private func visit(_ body: @Sendable @escaping (Visit, _ coffee: String) async throws -> Void) async throws {
        let town = try await ClientTown(below: FaultyDisk.folder)
        FaultyDisk.recover()
        try await town.visit(over: .ahc()) { visit in
            try await body(visit, try await visit.openCounter())
            var findings: [AuditFinding] = []
            _ = try await RunAudit(in: town.surroundings)(finding: { findings.append($0) })
            #expect(findings == [])
        }
        FaultyDisk.recover()
        await town.surroundings.database.close()
    }

    private func expect(_ answer: Visit.Answer, _ fault: FaultyDisk.Fault) {
        #expect(answer.status == fault.status, "\(answer.body)")
        #expect(answer.headers[.contentType] == "application/problem+json")
        #expect(answer.body["code"] == .string(fault.problem))
        #expect(answer.body["status"] == .number(Decimal(mantissa: Int128(fault.status), places: 0)))
        #expect((answer.headers[.retryAfter] != nil) == (fault.status == 503))
    }

    @Test(arguments: FaultyDisk.faults)
    func `every write is refused, reads go on, and once the disk is well so is the server`(
        _ fault: FaultyDisk.Fault
    ) async throws {
        try await visit { visit, coffee in
            let order: JSONValue = [
                "customer": ["id": "mia"], "status": "delivered", "total": "42.00", "revision": 1,
            ]
            let writes: [(HTTPRequest.Method, String, String, JSONValue)] = [
                (.put, "\(Self.shop)/orders/A-2", "platform", order),
                (.post, "\(Self.shop)/redemptions", "mia", ["reward_id": .string(coffee)]),
                (.post, "\(Self.shop)/holds", "platform", ["customer_id": "mia", "points": 5]),
                (.post, "\(Self.shop)/members/mia/adjustments", "amina", ["points": 5, "reason": "Thanks"]),
                (.put, "\(Self.shop)/program", "amina", ["name": "Loaves"]),
            ]
            FaultyDisk.fail(fault)
            for (method, path, caller, body) in writes {
                expect(try await visit.call(method, path, as: caller, body), fault)
            }
            for (key, path) in [("1", "\(Self.shop)/redemptions"), ("2", "\(Self.shop)/redemptions")] {
                let answer = try await visit.call(
                    .post, path, as: "mia", ["reward_id": .string(coffee)], headers: ["Idempotency-Key": key])
                expect(answer, fault)
            }
            let earned = try await visit.ask(.get, "\(Self.shop)/orders/A-1", as: "platform")
            #expect(earned["points_awarded"] == 200)
            let member = try await visit.ask(.get, "\(Self.shop)/members/mia", as: "amina")
            #expect(member["points_balance"] == 200 && member["points_held"] == 0)
            _ = try await visit.ask(.get, "\(Self.shop)/orders/A-2", as: "platform", gives: 404)
            _ = try await visit.ask(.get, "/readyz", as: nil)
            FaultyDisk.recover()
            for (method, path, caller, body) in writes {
                let answer = try await visit.call(method, path, as: caller, body)
                #expect([200, 201].contains(answer.status), "\(path): \(answer.body)")
            }
        }
    }

    @Test(arguments: FaultyDisk.faults)
    func `under load nobody is told of more than there is, and who was refused can come again`(
        _ fault: FaultyDisk.Fault
    ) async throws {
        try await visit { visit, _ in
            let queue = OrderQueue(fault)
            await withTaskGroup { group in
                for _ in 0..<Self.callersMax { group.addTask { await queue.work(off: visit) } }
            }
            let (told, refused) = (queue.told, queue.refused)
            #expect(queue.surprises == [])
            #expect(told.count + refused.count == OrderQueue.ordersMax)
            #expect(told.count > OrderQueue.goodAtFirst && refused.count >= OrderQueue.refusedAtLeast)
            for order in told {
                let seen = try await OrderQueue.look(at: order, visit)
                #expect(seen == 200)
            }
            for order in refused {
                let seen = try await OrderQueue.look(at: order, visit)
                let sent = try await OrderQueue.send(order, visit)
                #expect(seen == 404 && sent.status == 201)
            }
        }
    }

    @Test(arguments: FaultyDisk.faults)
    func `a request that was done is answered, though its answer cannot be kept`(
        _ fault: FaultyDisk.Fault
    ) async throws {
        try await visit { visit, coffee in
            // The claim of the key, and the redemption; what comes after them fails.
            FaultyDisk.fail(fault, afterCommits: 2)
            let redeemed = try await redeem(coffee, key: "mias-coffee", visit)
            #expect(redeemed.status == 201 && redeemed.body["balance"] == 150, "\(redeemed.body)")
            FaultyDisk.recover()
            let again = try await redeem(coffee, key: "mias-coffee", visit)
            #expect(again.status == 409)
            let member = try await visit.ask(.get, "\(Self.shop)/members/mia", as: "amina")
            #expect(member["points_balance"] == 150)
        }
    }

    @Test(arguments: FaultyDisk.faults)
    func `a request that was claimed and not done is refused as the disk has it`(
        _ fault: FaultyDisk.Fault
    ) async throws {
        try await visit { visit, coffee in
            FaultyDisk.fail(fault, afterCommits: 1)
            expect(try await redeem(coffee, key: "mias-coffee", visit), fault)
            FaultyDisk.recover()
            let again = try await redeem(coffee, key: "mias-coffee", visit)
            #expect(again.body["code"] == "idempotency_key_must_not_be_in_use")
            let member = try await visit.ask(.get, "\(Self.shop)/members/mia", as: "amina")
            #expect(member["points_balance"] == 200)
        }
    }

    private func redeem(_ coffee: String, key: String, _ visit: Visit) async throws -> Visit.Answer {
        try await visit.call(
            .post, "\(Self.shop)/redemptions", as: "mia", ["reward_id": .string(coffee)],
            headers: ["Idempotency-Key": key])
    }
}

/// Orders that several callers send off at once. Once some are acknowledged the disk fails, and once enough are refused
/// it is well again.
private final class OrderQueue: Sendable {
    static let ordersMax = 400
    static let goodAtFirst = 100
    static let refusedAtLeast = 100

    private struct State {
        var next = 0
        var told: [String] = []
        var refused: [String] = []
        var surprises: [String] = []
    }

    private let fault: FaultyDisk.Fault
    private let state = Mutex(State())

    init(_ fault: FaultyDisk.Fault) { self.fault = fault }

    /// Orders that were acknowledged, and orders that were refused.
    var told: [String] { state.withLock { $0.told } }
    var refused: [String] { state.withLock { $0.refused } }
    /// What nobody should have been told.
    var surprises: [String] { state.withLock { $0.surprises } }

    /// Sends orders until there are none left.
    func work(off visit: Visit) async {
        while let order = next() {
            do {
                let answer = try await Self.send(order, visit)
                note(order, answer)
                // Reads go on: what was acknowledged is there to be seen.
                let seen = try await Self.look(at: "A-1", visit)
                if seen != 200 { surprise("a look at A-1 gives \(seen)") }
            } catch {
                surprise("\(error)")
            }
        }
    }

    static func send(_ order: String, _ visit: Visit) async throws -> Visit.Answer {
        try await visit.call(
            .put, "/api/shops/bakery/orders/\(order)", as: "platform",
            ["customer": ["id": .string("c-\(order.count)")], "status": "delivered", "total": "7.00", "revision": 1])
    }

    static func look(at order: String, _ visit: Visit) async throws -> Int {
        try await visit.call(.get, "/api/shops/bakery/orders/\(order)", as: "platform").status
    }

    private func next() -> String? {
        state.withLock { state in
            guard state.next < Self.ordersMax else { return nil }
            state.next += 1
            return "B-\(state.next)"
        }
    }

    private func note(_ order: String, _ answer: Visit.Answer) {
        let (told, refused) = state.withLock { state in
            switch (answer.status, answer.body["code"]) {
            case (201, _): state.told.append(order)
            case (fault.status, .string(fault.problem)?): state.refused.append(order)
            default: state.surprises.append("\(answer.status) \(answer.body)")
            }
            return (state.told.count, state.refused.count)
        }
        if refused == 0, told == Self.goodAtFirst { FaultyDisk.fail(fault) }
        if refused == Self.refusedAtLeast { FaultyDisk.recover() }
    }

    private func surprise(_ words: String) { state.withLock { $0.surprises.append(words) } }
}
