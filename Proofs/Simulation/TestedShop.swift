import Loyalty
import Model
import Operations
import Storage
import Synchronization

/// The product, as one history meets it: one shop, through the operations, on the real database, with its own clock.
final class TestedShop {
    let shop: Shop
    private let surroundings: Surroundings
    private let clock: StepClock
    private var offers: [String: Reward.ID] = [:]
    private var tickets: [String: RedeemReward.Issued] = [:]

    /// What went wrong below the rules, where nothing may.
    struct Breakdown: Error { let words: String }

    static func open(_ name: String, _ scene: Scene, on database: any SQLDatabase) async throws -> TestedShop {
        let tested = try TestedShop(name, scene, on: database)
        _ = try await SaveShop(in: tested.surroundings)(tested.shop, actor: owner)
        return tested
    }

    private init(_ name: String, _ scene: Scene, on database: any SQLDatabase) throws {
        let clock = StepClock()
        self.clock = clock
        surroundings = Surroundings(
            database: database, codeKey: [UInt8](repeating: 7, count: 32), now: { clock.now })
        shop = Shop(
            id: Identifier(trusted: name), name: name, ownerID: Identifier(trusted: owner),
            currency: try Currency(scene.currency), timeZone: scene.zoneName)
    }

    /// Lets a step happen.
    func apply(_ step: Step) async throws -> Answer {
        clock.set(step.at)
        do {
            return try await accept(step.event)
        } catch let rejection as any Rejection {
            return Answer(rejection: rejection.code)
        } catch {
            throw Breakdown(words: "\(error)")
        }
    }

    func figures(of customer: String) async throws -> Figures? {
        do {
            let id = Customer.ID(trusted: customer)
            let view = try await ViewMembers(in: surroundings)(id, in: shop)
            let lots = try await surroundings.database.read { [shop] connection in
                try LotStore(connection).open(of: id, in: shop.id)
            }
            return Figures(view, lots)
        } catch MemberRejection.membershipMustExist {
            return nil
        } catch {
            throw Breakdown(words: "\(error)")
        }
    }

    /// Everything that the audit finds in this shop.
    func findings() async throws -> [String] {
        var findings: [String] = []
        _ = try await RunAudit(in: surroundings)(shop: shop.id) { findings.append($0.description) }
        return findings
    }

    private func accept(_ event: Event) async throws -> Answer {
        switch event {
        case .order(let purchase): return try await record(purchase)
        case .program(let rules):
            _ = try await SaveProgram(in: surroundings)(in: shop, actor: owner) { [shop] program in
                program.following(rules, in: shop)
            }
        case .offer(let name, let offer): try await save(offer, as: name)
        case .upkeep:
            let tally = await RunUpkeep(in: surroundings)(only: shop)
            guard tally.failures == 0 else { throw Breakdown(words: "upkeep failed") }
        case .redeem(let ticket, let customer, let offer):
            let issued = try await RedeemReward(in: surroundings)(
                offers[offer] ?? unknown(), by: Identifier(trusted: customer), in: shop, actor: customer)
            tickets[ticket] = issued
            return Answer(points: -issued.redemption.cost.count)
        case .use(let ticket): return try await use(ticket)
        case .cancel(let ticket): return try await cancel(ticket)
        case .adjust(let customer, let points, let reason):
            let decision = try await AdjustPoints(in: surroundings)(
                Points(points), reason: reason, to: Identifier(trusted: customer), in: shop, actor: owner)
            return Answer(points: decision.posting.entry.points.count)
        }
        return .accepted
    }

    private func record(_ purchase: Purchase) async throws -> Answer {
        let record = RecordOrder(in: surroundings)
        let customer = Customer(id: Identifier(trusted: purchase.customer), name: "")
        let outcome = try await record(
            record.request(Order(purchase, in: shop.currency), from: customer), in: shop, actor: "platform")
        return Answer(points: outcome.decision.posting?.entry.points.count ?? 0)
    }

    private func save(_ offer: Offer, as name: String) async throws {
        let save = SaveReward(in: surroundings)
        if let id = offers[name] {
            _ = try await save.change(id, in: shop, actor: owner) { $0.following(offer) }
        } else {
            let made = try await save.make(in: shop, actor: owner) { id, _ in
                Reward(of: offer, id: id, name: name)
            }
            offers[name] = made.id
        }
    }

    private func use(_ ticket: String) async throws -> Answer {
        let code = tickets[ticket]?.code ?? RedemptionCode(random: 7)
        let before = try await balance(ofTicket: ticket)
        _ = try await UseCode(in: surroundings)(code, for: nil, in: shop, actor: owner)
        return Answer(points: try await balance(ofTicket: ticket) - before)
    }

    private func cancel(_ ticket: String) async throws -> Answer {
        let before = try await balance(ofTicket: ticket)
        _ = try await CancelRedemption(in: surroundings)(
            tickets[ticket]?.redemption.id ?? unknown(), of: nil, in: shop, actor: owner)
        return Answer(points: try await balance(ofTicket: ticket) - before)
    }

    private func balance(ofTicket ticket: String) async throws -> Int64 {
        guard let issued = tickets[ticket] else { return 0 }
        return try await ViewMembers(in: surroundings)(issued.member.customerID, in: shop).member.balance.count
    }

    private func unknown<Entity>() -> Identifier<Entity> { Identifier(trusted: "nobody-knows") }
}

private let owner = "owner"

/// The time of the step that is played.
private final class StepClock: Sendable {
    private let milliseconds = Mutex<Int64>(0)

    var now: Instant { Instant(milliseconds: milliseconds.withLock { $0 }) }

    func set(_ now: Int64) { milliseconds.withLock { $0 = now } }
}
