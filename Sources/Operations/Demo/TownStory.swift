import Loyalty
import Storage

/// Lets a shop's year happen, step after step, through the operations that a server would use.
struct TownStory {
    private let town: TownShop
    private let surroundings: Surroundings
    private let clock: StoryClock
    private var dice: Dice
    private var rewards: [Reward] = []
    private var issued: [Int: RedeemReward.Issued] = [:]
    private var claims: [Int: Referral.ID] = [:]

    private var shop: Shop { town.shop }
    private var owner: String { town.owner.id.text }

    init(of town: TownShop, in real: Surroundings, from opening: Instant, _ dice: Dice) {
        var dice = dice
        self.town = town
        clock = StoryClock(at: opening)
        surroundings = Surroundings(telling: clock, with: dice.fork(), in: real)
        self.dice = dice
    }

    /// Opens the shop: its record, its colour, its program, its rewards.
    mutating func open() async throws {
        _ = try await SaveShop(in: surroundings)(shop, actor: platform)
        let plain = ShopSettings(name: shop.name, timeZone: shop.timeZone, accent: nil)
        try await ChangeShop(in: surroundings)(shop.id, from: plain, to: shop.settings, actor: owner)
        _ = try await SaveProgram(in: surroundings)(in: shop, actor: owner, edit: town.program)
        for reward in town.rewards {
            let made = try await SaveReward(in: surroundings).make(in: shop, actor: owner) { id, _ in
                reward.made(as: id)
            }
            rewards.append(made)
        }
    }

    /// - Parameter progress: Told the moment that the story has come to, now and then.
    mutating func tell(_ year: ShopYear, progress: (Instant) -> Void) async throws {
        var requests: [RecordOrder.Request] = []
        let record = RecordOrder(in: surroundings)
        for (at, step) in year.steps {
            if case .order(let order, let customer) = step, requests.count < ordersPerTransaction {
                clock.move(to: at)
                requests.append(record.request(order, from: customer))
                continue
            }
            try await write(requests, record)
            requests = []
            progress(at)
            clock.move(to: at)
            if case .order(let order, let customer) = step {
                requests.append(record.request(order, from: customer))
            } else {
                try await happen(step)
            }
        }
        try await write(requests, record)
    }

    /// Takes rewards for somebody at the end, and leaves the codes unused.
    mutating func leaveCodes(_ count: Int, for customer: Customer.ID, at moment: Instant) async throws -> [String] {
        clock.move(to: moment)
        var codes: [String] = []
        for reward in rewards where codes.count < count {
            if let issued = try await redeem([reward], by: customer) { codes.append(issued.code.grouped) }
        }
        return codes
    }

    /// Makes a key whose secret nobody is told.
    func giveKey(named name: String, scopes: Set<APIKey.Scope>) async throws {
        _ = try await IssueKey(in: surroundings)(named: name, scopes: scopes, in: shop.id, actor: owner)
    }

    func hire(_ person: Customer) async throws {
        _ = try await AddStaff(in: surroundings)(person.id, in: shop, actor: owner)
    }

    private func write(_ requests: [RecordOrder.Request], _ record: RecordOrder) async throws {
        guard !requests.isEmpty else { return }
        try await surroundings.write(in: shop.id) { [shop] transaction in
            for request in requests { _ = try record.record(request, in: shop, actor: platform, transaction) }
        }
    }

    private mutating func happen(_ step: ShopYear.Step) async throws {
        do {
            switch step {
            case .order: break
            case .redeem(let ticket, let customer):
                let some = rewards.shuffled(using: &dice).prefix(rewardsLookedAt).sorted { $0.cost > $1.cost }
                issued[ticket] = try await redeem(some, by: customer)
            case .use(let ticket):
                guard let code = issued[ticket]?.code else { return }
                _ = try await UseCode(in: surroundings)(code, for: nil, in: shop, actor: owner)
            case .cancel(let ticket):
                guard let redemption = issued[ticket]?.redemption else { return }
                _ = try await CancelRedemption(in: surroundings)(
                    redemption.id, of: redemption.customerID, in: shop, actor: redemption.customerID.text)
            case .adjust(let points, let reason, let customer):
                _ = try await AdjustPoints(in: surroundings)(
                    points, reason: reason, to: customer, in: shop, actor: owner)
            case .edit(let place):
                _ = try await SaveProgram(in: surroundings)(in: shop, actor: owner, edit: town.edits[place].edit)
            case .claim(let ticket, let friend, let host, let address):
                claims[ticket] = try await claim(by: friend, from: host, at: address)
            case .review(let ticket, let verdict, let note):
                guard let claim = claims[ticket] else { return }
                _ = try await ReviewReferral(in: surroundings)(claim, verdict, note: note, in: shop, actor: owner)
            }
        } catch is AdjustmentRejection {
            // They have not so many points to take.
        } catch is MemberRejection {
            // Their first order has not arrived yet.
        } catch is ReferralRejection {
            // They were invited by somebody whom they had invited themselves.
        }
    }

    private func claim(by friend: Customer, from host: Customer.ID, at address: String?) async throws -> Referral.ID {
        _ = try await SaveCustomer(in: surroundings)(friend)
        let code = try await ViewMembers(in: surroundings)(host, in: shop).member.referralCode
        let claimed = try await ClaimReferral(in: surroundings)(
            code, by: friend.id, from: address, in: shop, actor: friend.id.text)
        return claimed.referral.referral.id
    }

    /// Takes the first of some rewards that can be had.
    private func redeem(_ some: [Reward], by customer: Customer.ID) async throws -> RedeemReward.Issued? {
        for reward in some {
            do {
                return try await RedeemReward(in: surroundings)(reward.id, by: customer, in: shop, actor: customer.text)
            } catch is RedemptionRejection {
                continue
            }
        }
        return nil
    }
}

private let platform = "key:platform"
private let ordersPerTransaction = 200
private let rewardsLookedAt = 3
