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
    /// The holds that were confirmed.
    var confirmed: Set<String> = []
    /// The codes by which members invite, as far as they were asked for.
    var referralCodes: [String: String] = [:]
    var invitations: [String: Referral.ID] = [:]

    /// A redemption and its code.
    struct Redeemed {
        let id: Redemption.ID
        let code: RedemptionCode
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

    /// - Parameter withLots: Whether its lots are looked at, too.
    func figures(of customer: String, withLots: Bool) async throws -> Figures? {
        do {
            let id = id(of: customer)
            let view = try await ViewMembers(in: surroundings)(id, in: shop)
            return Figures(view, withLots ? try await lots(of: [id])[0] : [])
        } catch MemberRejection.membershipMustExist {
            return nil
        } catch {
            throw Breakdown(words: "\(error)")
        }
    }

    /// Everybody's figures.
    func allFigures() async throws -> [String: Figures] {
        let views = try await ViewMembers(in: surroundings).list(in: shop, search: nil, after: nil, limit: 200)
        let lots = try await lots(of: views.map(\.member.customerID))
        let names = views.map { String($0.member.customerID.text.dropFirst(shop.id.text.count + 1)) }
        return Dictionary(uniqueKeysWithValues: zip(names, zip(views, lots).map { Figures($0, $1) }))
    }

    private func lots(of customers: [Customer.ID]) async throws -> [[Lot]] {
        try await surroundings.database.read { [shop] connection in
            try customers.map { try LotStore(connection).open(of: $0, in: shop.id) }
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
        case .person, .join, .leave, .bonus, .adjust, .grant, .revoke: return try await forPeople(event)
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
            return Answer(word: "\(tally.birthdays) birthdays")
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
        let receipt = try await surroundings.write(in: shop.id) { [shop, surroundings] transaction in
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
        self.init(points: outcome.decision.posting?.change.count ?? 0)
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
