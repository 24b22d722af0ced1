import Loyalty
import Model
import Operations

extension TestedShop {
    /// Redemptions and their codes.
    func atTheTill(_ event: Event) async throws -> Answer {
        switch event {
        case .redeem(let ticket, let customer, let offer):
            let issued = try await RedeemReward(in: surroundings)(
                offers[offer] ?? unknown(), by: id(of: customer), in: shop, actor: customer)
            tickets[ticket] = Redeemed(id: issued.redemption.id, code: issued.code)
            return Answer(points: -issued.redemption.cost.count)
        case .use(let ticket):
            let code = tickets[ticket]?.code ?? RedemptionCode(random: 7)
            let details = try await UseCode(in: surroundings)(code, for: nil, in: shop, actor: owner)
            return Answer(points: details.redemption.bonusPoints.count)
        case .cancel(let ticket):
            let details = try await CancelRedemption(in: surroundings)(
                tickets[ticket]?.id ?? unknown(), of: nil, in: shop, actor: owner)
            return Answer(points: details.redemption.cost.count)
        default: return .accepted
        }
    }

    /// Holds and their ends.
    func atTheCheckout(_ event: Event) async throws -> Answer {
        switch event {
        case .hold(let name, let customer, let wish, let seconds):
            let request = PlaceHold.Request(for: id(of: customer), spelled(wish), reference: name, seconds: seconds)
            let details = try await PlaceHold(in: surroundings)(request, in: shop, actor: owner)
            holds[name] = details.hold.id
            return Answer(word: "\(details.hold.points.count) held")
        case .confirm(let hold, let points): return try await confirm(hold, points)
        case .release(let hold):
            _ = try await ReleaseHold(in: surroundings)(holds[hold] ?? unknown(), in: shop, actor: owner)
            return .accepted
        default: return .accepted
        }
    }

    private func confirm(_ name: String, _ points: Int64?) async throws -> Answer {
        let details = try await ConfirmHold(in: surroundings)(
            holds[name] ?? unknown(), points: points.map { Points($0) }, in: shop, actor: owner)
        guard case .confirmed(let confirmation) = details.hold.outcome else { return .accepted }
        if let redemption = confirmation.redemptionID, let code = details.code {
            tickets[name] = Redeemed(id: redemption, code: code)
        }
        let isFirst = confirmed.insert(name).inserted
        return Answer(points: -confirmation.points.count, word: isFirst ? "" : "again")
    }

    private func spelled(_ wish: Model.HoldWish) -> Loyalty.HoldWish {
        switch wish {
        case .points(let points): .points(Points(points))
        case .offer(let name): .reward(offers[name] ?? unknown())
        }
    }
}
