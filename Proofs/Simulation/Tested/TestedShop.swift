import Loyalty
import Model
import Operations
import Storage
import Synchronization

/// The product, as one history meets it: one shop, through the operations, on the real database, with its own clock.
final class TestedShop {
    let shop: Shop
    let surroundings: Surroundings
    private let clock: StepClock
    var offers: [String: Reward.ID] = [:]
    /// What was redeemed, by the names that the history has for it.
    var tickets: [String: Redeemed] = [:]
    var holds: [String: Hold.ID] = [:]
    var invitations: [String: Referral.ID] = [:]

    /// A code, and whose it is.
    struct Redeemed {
        let id: Redemption.ID
        let code: RedemptionCode
        let customer: Customer.ID
    }

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

    /// Customers are the same in all shops, and so are they made others in each.
    func id(of customer: String) -> Customer.ID { Identifier(trusted: "\(shop.id)/\(customer)") }

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
            let id = id(of: customer)
            let gaze = ViewMembers(in: surroundings)
            let view = try await gaze(id, in: shop)
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
        case .order(let purchase): return try await receive(purchase)
        case .claimOrder(let order, let customer, let isForOneself):
            let outcome = try await ClaimOrder(in: surroundings)(
                Identifier(trusted: order), for: id(of: customer), isForOneself: isForOneself, in: shop, actor: owner)
            return Answer(outcome)
        case .offer(let name, let offer): try await save(offer, as: name)
        case .redeem, .use, .cancel: return try await atTheTill(event)
        case .hold, .confirm, .release: return try await atTheCheckout(event)
        case .person, .join, .bonus, .adjust, .grant, .revoke: return try await forPeople(event)
        case .invite(let name, let referee, let referrer, let address):
            return try await invite(name, referee, by: referrer, from: address)
        case .decide(let invitation, let isReleased): return try await decide(invitation, isReleased)
        case .program(let rules):
            _ = try await SaveProgram(in: surroundings)(in: shop, actor: owner) { [shop] program in
                program.following(rules, in: shop)
            }
        case .upkeep:
            let tally = await RunUpkeep(in: surroundings)(only: shop)
            guard tally.failures == 0 else { throw Breakdown(words: "upkeep failed") }
        }
        return .accepted
    }

    private func receive(_ purchase: Purchase) async throws -> Answer {
        let isGuest = purchase.customer.isEmpty
        let customer = Customer(isGuest ? .guest : id(of: purchase.customer), purchase.contact)
        let order = try Order(purchase, of: customer.id, in: shop)
        let record = RecordOrder(in: surroundings)
        let request = record.request(order, from: customer)
        guard isGuest else { return Answer(try await record(request, in: shop, actor: "platform")) }
        let receipt = try await surroundings.write { [shop, surroundings] transaction in
            try ReceiveOrder(in: surroundings).receive(request, in: shop, actor: "platform", transaction)
        }
        guard case .recorded(let outcome) = receipt else { return .accepted }
        return Answer(outcome)
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
}

extension Answer {
    fileprivate init(_ outcome: RecordOrder.Outcome) {
        self.init(points: outcome.decision.posting?.entry.points.count ?? 0)
    }
}

let owner = "owner"

func unknown<Entity>() -> Identifier<Entity> { Identifier(trusted: "nobody-knows") }

/// The time of the step that is played.
private final class StepClock: Sendable {
    private let milliseconds = Mutex<Int64>(0)

    var now: Instant { Instant(milliseconds: milliseconds.withLock { $0 }) }

    func set(_ now: Int64) { milliseconds.withLock { $0 = now } }
}
