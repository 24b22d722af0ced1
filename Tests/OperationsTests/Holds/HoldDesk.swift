import Loyalty
import Operations
import Storage

/// The bakery's checkout in tests.
extension Town {
    func hold(
        _ points: Int64, of customer: Customer = mia, seconds: Int64 = 900, in shop: Shop = bakery
    ) async throws -> HoldDetails {
        try await PlaceHold(in: surroundings)(
            PlaceHold.Request(for: customer.id, .points(Points(points)), seconds: seconds), in: shop, actor: "key:till")
    }

    func hold(_ reward: Reward, of customer: Customer = mia, seconds: Int64 = 900) async throws -> HoldDetails {
        try await PlaceHold(in: surroundings)(
            PlaceHold.Request(for: customer.id, .reward(reward.id), seconds: seconds), in: Self.bakery,
            actor: "key:till")
    }

    func confirm(
        _ hold: HoldDetails, _ points: Int64? = nil, order: String? = nil, in shop: Shop = bakery
    ) async throws -> HoldDetails {
        try await ConfirmHold(in: surroundings)(
            hold.hold.id, points: points.map(Points.init), order: order.map { Identifier(trusted: $0) }, in: shop,
            actor: "key:till")
    }

    func release(_ hold: HoldDetails, in shop: Shop = bakery) async throws -> HoldDetails {
        try await ReleaseHold(in: surroundings)(hold.hold.id, in: shop, actor: "key:till")
    }

    func redeemedCount(of reward: Reward) async throws -> Int64 {
        try await ViewRewards(in: surroundings)(reward.id, in: Self.bakery).redeemedCount
    }

    /// How many of 64 at once succeed; the others must be rejected.
    func winners(of act: @escaping @Sendable (Int) async throws -> Void) async throws -> Int {
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for number in 0..<64 {
                group.addTask {
                    do {
                        try await act(number)
                        return true
                    } catch is any Rejection { return false }
                }
            }
            return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
    }
}
