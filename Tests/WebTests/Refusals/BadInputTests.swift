import ExactJSON
import HTTPTypes
import Loyalty
import Operations
import Storage
import Testing

/// Whatever is asked for that cannot be is refused by the name of its rule, and not a row of the database is another
/// one afterwards.
struct BadInputTests {
    @Test func `each rule is named, and nothing is changed`() async throws {
        let town = try await ClientTown()
        try await town.visit { visit in
            let words = try await visit.furnish()
            for input in try BadInput.told(refusals, with: words) {
                let before = try await town.snapshot()
                let answer = try await visit.answer(to: input)
                #expect(answer == input.answer, "\(input.what)")
                let changed = before.differences(to: try await town.snapshot())
                #expect(changed == [], "\(input.what)")
            }
            _ = try await RunAudit(in: town.surroundings)(finding: { Issue.record("\($0)") })
        }
    }

    @Test func `what is accepted does change the database`() async throws {
        let town = try await ClientTown()
        try await town.visit { visit in
            _ = try await visit.furnish()
            let before = try await town.snapshot()
            _ = try await visit.ask(
                .post, "/api/shops/bakery/holds", as: "amina", ["customer_id": "mia", "points": 112], gives: 201)
            #expect(before.differences(to: try await town.snapshot()) == ["audit_log", "hold", "member"])
        }
    }
}

/// Mia has 132 points at the bakery, 20 of them held; her order A-2 is in its third revision, with two croissants and a
/// cake. Juma was invited by her, and Zawadi by him. Wanja is Silver.
private let refusals = """
    a shop without a name
      platform PUT /api/shops/bakery
      {"name": " ", "owner_id": "amina", "currency": "KES", "time_zone": "Africa/Nairobi"}
      → 400 name_must_not_be_empty name

    a refund above the order
      platform PUT /api/shops/bakery/orders/A-2
      {"customer": {"id": "mia"}, "status": "delivered", "revision": 4, "total": 42, "refunded_amount": 42.01}
      → 400 refund_must_not_exceed_the_total refunded_amount

    refunds of the order and of its lines that come to more than the order
      platform PUT /api/shops/bakery/orders/A-2
      {"customer": {"id": "mia"}, "status": "delivered", "revision": 4, "total": 42, "refunded_amount": 12.01,
      "lines": [{"id": "croissant", "quantity": 2, "amount": 30, "refunded_quantity": 2}]}
      → 400 refund_must_not_exceed_the_total refunded_amount

    a refund of three croissants, where there are two
      platform PUT /api/shops/bakery/orders/A-2
      {"customer": {"id": "mia"}, "status": "delivered", "revision": 4, "total": 42,
      "lines": [{"id": "croissant", "quantity": 2, "amount": 30, "refunded_quantity": 3}]}
      → 400 refunded_quantity_must_be_in_range lines[0].refunded_quantity

    a refund of a line that is not named by any line
      platform PUT /api/shops/bakery/orders/A-2
      {"customer": {"id": "mia"}, "status": "delivered", "revision": 4, "total": 42,
      "lines": [{"id": "croissant", "quantity": 2, "amount": 30}], "refunds": [{"line_id": "pie", "quantity": 1}]}
      → 400 refund_must_stand_on_its_line refunds

    a refund of a line that is there twice
      platform PUT /api/shops/bakery/orders/A-2
      {"customer": {"id": "mia"}, "status": "delivered", "revision": 4, "total": 42,
      "lines": [{"id": "cake", "amount": 12}, {"id": "cake", "amount": 12, "refunded_quantity": 1}]}
      → 400 line_ids_must_differ lines[1].id

    a refund below zero
      platform PUT /api/shops/bakery/orders/A-2
      {"customer": {"id": "mia"}, "status": "delivered", "revision": 4, "total": 42, "refunded_amount": -1}
      → 400 amount_must_not_be_negative refunded_amount

    an order of another customer's
      platform PUT /api/shops/bakery/orders/A-2
      {"customer": {"id": "juma"}, "status": "delivered", "revision": 4, "total": 42}
      → 409 order_must_keep_its_customer customer.id

    a revision that goes back
      platform PUT /api/shops/bakery/orders/A-2
      {"customer": {"id": "mia"}, "status": "returned", "revision": 2, "total": 42}
      → 200 stale

    a revision that goes back, by the call of the platform's client
      amina POST /api/loyalty/process-order-points/
      {"order_id": "A-2", "shop_id": "bakery", "customer": {"id": "mia"}, "status": "delivered", "revision": 2,
      "total": 9000}
      → 200

    a hold on more than is there
      amina POST /api/shops/bakery/holds {"customer_id": "mia", "points": 113}
      → 409 available_must_cover_hold points

    a hold on nothing
      amina POST /api/shops/bakery/holds {"customer_id": "mia", "points": 0}
      → 400 points_must_be_at_least_one points

    confirming more than was held
      amina PUT /api/shops/bakery/holds/$HELD/confirmation {"points": 21}
      → 400 part_must_not_exceed_hold points

    confirming a released hold
      amina PUT /api/shops/bakery/holds/$RELEASED/confirmation {"points": 5}
      → 409 hold_must_not_be_released

    releasing a confirmed hold
      amina DELETE /api/shops/bakery/holds/$CONFIRMED
      → 409 hold_must_not_be_confirmed

    using a code twice
      otieno PUT /api/shops/bakery/codes/$USED/use
      → 409 code_must_not_be_used

    a code of another shop
      ben PUT /api/shops/bookshop/codes/$LIVE/use
      → 404 redemption_must_exist

    a code that is mistyped by one symbol
      otieno PUT /api/shops/bakery/codes/$MISTYPED/use
      → 400 code_must_not_be_mistyped code

    a code that nobody was given
      otieno PUT /api/shops/bakery/codes/$UNKNOWN/use
      → 404 redemption_must_exist

    claiming one's own referral
      mia POST /api/shops/bakery/referral-claims {"code": "$MIA"}
      → 400 referral_must_not_be_ones_own code

    claiming in a circle of two
      mia POST /api/shops/bakery/referral-claims {"code": "$JUMA"}
      → 409 referral_must_not_go_in_a_circle

    claiming in a circle of three
      mia POST /api/shops/bakery/referral-claims {"code": "$ZAWADI"}
      → 409 referral_must_not_go_in_a_circle

    a referral code of nobody
      zawadi POST /api/shops/bakery/referral-claims {"code": "00000000"}
      → 404 referral_code_must_exist code

    taking by hand more than is there
      amina POST /api/shops/bakery/members/mia/adjustments {"points": -113, "reason": "A mistake"}
      → 409 balance_must_cover_adjustment points

    taking by hand from somebody in debt
      amina POST /api/shops/bakery/members/otieno/adjustments {"points": -1, "reason": "A mistake"}
      → 409 balance_must_cover_adjustment points

    giving by hand more than an account holds
      amina POST /api/shops/bakery/members/mia/adjustments {"points": 1000000000000, "reason": "A gift"}
      → 400 adjustment_must_be_below_the_limit points

    a program with falling thresholds
      amina PUT /api/shops/bakery/program
      {"tiers": [{"name": "Bronze", "threshold": 0, "multiplier": 1}, {"name": "Silver", "threshold": 600,
      "multiplier": 2}, {"name": "Gold", "threshold": 500, "multiplier": 3}]}
      → 400 thresholds_must_rise tiers.gold.threshold

    a program with falling thresholds, by the call of the platform's client
      amina POST /api/loyalty-programs/shop_program/
      {"tiers": {"bronze": {"threshold": 0, "multiplier": 1}, "silver": {"threshold": 600, "multiplier": 2},
      "gold": {"threshold": 500, "multiplier": 3}}}
      → 400 thresholds_must_rise tiers.gold.threshold

    a program without the tier that a member holds
      amina PUT /api/shops/bakery/program
      {"tiers": [{"name": "Bronze", "threshold": 0, "multiplier": 1}, {"name": "Gold", "threshold": 500,
      "multiplier": 3}]}
      → 409 tier_must_not_be_held tiers.silver

    a search for a character that no database has
      amina GET /api/shops/bakery/members?q=mia%00
      → 400 parameter_must_not_hold_control_characters q
    """

extension ClientTown {
    fileprivate func snapshot() async throws -> WholeDatabase {
        try await surroundings.database.read { connection in try WholeDatabase(connection) }
    }
}

extension Visit {
    fileprivate func answer(to input: BadInput) async throws -> String {
        let answer = try await call(input.method, input.path, as: input.caller, input.body)
        let stale = answer.body["stale"] == true ? "stale" : nil
        let words = [stale, text(answer.body["code"]), text(answer.body["field"])].compactMap(\.self)
        return (["\(answer.status)"] + words).joined(separator: " ")
    }

    private func text(_ value: JSONValue?) -> String? { if case .string(let text) = value { text } else { nil } }

    /// Fills the two shops with all that can be asked for in a wrong way.
    /// - Returns: The ids and codes that chance has made, by the words that stand for them.
    fileprivate func furnish() async throws -> [String: String] {
        let coffee = try await openCounter()
        let lines: JSONValue = [
            ["id": "croissant", "quantity": 2, "amount": 30], ["id": "cake", "quantity": 1, "amount": 12],
        ]
        try await order("A-2", of: "mia", total: 42, revision: 3, lines: lines)
        try await order("W-1", of: "wanja", total: 600)
        try await leaveInDebt("otieno", coffee)
        let (used, live) = (try await redeem(coffee, by: "mia"), try await redeem(coffee, by: "mia"))
        _ = try await ask(.put, "/api/shops/bakery/codes/\(used.symbols)/use", as: "otieno")
        let (held, confirmed, released) = (try await hold(20), try await hold(10), try await hold(10))
        _ = try await ask(.put, "/api/shops/bakery/holds/\(confirmed)/confirmation", as: "amina")
        _ = try await ask(.delete, "/api/shops/bakery/holds/\(released)", as: "amina")
        let mia = try await referralCode(of: "mia")
        let juma = try await join("juma", invitedBy: mia)
        return [
            "HELD": held, "CONFIRMED": confirmed, "RELEASED": released, "LIVE": live.symbols, "USED": used.symbols,
            "MISTYPED": mistyped(live), "UNKNOWN": RedemptionCode(random: 99).symbols, "MIA": mia, "JUMA": juma,
            "ZAWADI": try await join("zawadi", invitedBy: juma),
        ]
    }

    private func order(
        _ id: String, of customer: JSONValue, total: JSONValue, revision: JSONValue = 1, lines: JSONValue = [],
        refunded: JSONValue = 0, gives status: Int = 201
    ) async throws {
        let state: JSONValue = [
            "customer": ["id": customer], "status": "delivered", "revision": revision, "total": total,
            "refunded_amount": refunded, "lines": lines,
        ]
        _ = try await ask(.put, "/api/shops/bakery/orders/\(id)", as: "platform", state, gives: status)
    }

    private func redeem(_ reward: String, by customer: String) async throws -> RedemptionCode {
        let body: JSONValue = ["reward_id": .string(reward), "shop_id": "bakery"]
        let issued = try await ask(.post, "/api/customer-loyalty/redeem_reward/", as: customer, body)
        return try RedemptionCode(typed: try text("redemption_code", of: issued))
    }

    /// Spends what an order earned, and takes the order back.
    private func leaveInDebt(_ customer: String, _ coffee: String) async throws {
        try await order("O-1", of: .string(customer), total: 60)
        _ = try await redeem(coffee, by: customer)
        try await order("O-1", of: .string(customer), total: 60, revision: 2, refunded: 60, gives: 200)
    }

    private func hold(_ points: JSONValue) async throws -> String {
        let held = try await ask(
            .post, "/api/shops/bakery/holds", as: "amina", ["customer_id": "mia", "points": points], gives: 201)
        return try text("id", of: held)
    }

    private func join(_ customer: String, invitedBy code: String) async throws -> String {
        let claim: JSONValue = ["code": .string(code)]
        _ = try await ask(.post, "/api/shops/bakery/referral-claims", as: customer, claim, gives: 201)
        return try await referralCode(of: customer)
    }

    private func referralCode(of customer: String) async throws -> String {
        let info = try await ask(.get, "/api/loyalty/referral-info/?shop_id=bakery", as: customer)
        return try text("referral_code", of: info)
    }

    private func mistyped(_ code: RedemptionCode) -> String {
        var symbols = Array(code.symbols)
        symbols[3] = symbols[3] == "7" ? "8" : "7"
        return String(symbols)
    }
}
