import ExactJSON
import Hummingbird
import Loyalty
import Operations
import Storage

/// Claims of invitations, and the owner's review of them.
struct ReferralsController: Controller {
    let surroundings: Surroundings
    let trustedProxies: Set<String>

    init(_ surroundings: Surroundings, _ settings: WebSettings) {
        self.surroundings = surroundings
        trustedProxies = settings.trustedProxies
    }

    var endpoints: [Endpoint] {
        [
            Endpoint(
                .post, "/api/shops/{shop}/referral-claims", "Claim to be invited by a member", tag: "Referrals",
                access: .shop(by: .platform, .key(.orders), .member), takes: ReferralShapes.claim,
                answers: [.ok(ReferralShapes.claimed, "Claimed before"), .created(ReferralShapes.claimed)], claim),
            Endpoint(
                .get, "/api/shops/{shop}/referrals", "List referrals, newest first", tag: "Referrals",
                access: .shop(by: .owner, .staff, .key(.read)),
                query: [QueryParameter("state", ReferralShapes.state, "Only those in it")] + Page.parameters,
                answers: [.ok(.page(of: ReferralShapes.referral))], list),
            Endpoint(
                .put, "/api/shops/{shop}/referrals/{referral}/decision", "Release or reject a referral",
                tag: "Referrals", access: .shop(by: .owner, .key(.manage)), takes: ReferralShapes.decision,
                answers: [.ok(ReferralShapes.referral)], decide),
        ]
    }

    @Sendable private func claim(_ request: Request, _ context: ShopContext) async throws -> Response {
        let fields = try await request.fields()
        let person = context.role.personID
        let customer: Customer.ID? = try fields.optionalID("customer_id") ?? person
        guard let customer else { throw FieldRejection(.fieldIsRequired, "customer_id") }
        let address = try person == nil ? fields.optionalText("address", max: 64) : address(of: request, context)
        let claimed = try await ClaimReferral(in: surroundings)(
            fields.text("code", max: 64), by: context.visible(customer), from: address, in: context.shop,
            actor: context.actor)
        let (referral, terms) = (claimed.referral.referral, claimed.referral.referral.terms.program.referral)
        return .object(status: claimed.isNew ? .created : .ok) { json in
            json.field("id", referral.id)
            json.field("state", referral.state.rawValue)
            json.field("block_reason", referral.blockReason?.rawValue)
            json.field("claimed_at", referral.claimedAt)
            json.field("referee_reward_points", terms.refereePoints)
            json.field("minimum_purchase_amount", terms.minimumPurchase)
        }
    }

    private func address(of request: Request, _ context: ShopContext) -> String {
        clientAddress(
            from: context.app.peerAddress, forwardedFor: request.headers[.forwardedFor], trusting: trustedProxies)
    }

    @Sendable private func list(_ request: Request, _ context: ShopContext) async throws -> Response {
        let listing = try Listing(of: request)
        let state = try request.query().text("state").map { text in
            try JSONFields(["state": .string(text)] as JSONValue).choice("state", of: ReferralState.self)
        }
        let rows = try await ViewReferrals(in: surroundings)(
            in: context.shop, state.map { .state($0) }, before: listing.id(), limit: listing.limit)
        return listing.answer(rows) { .string($0.referral.id.text) }
    }

    @Sendable private func decide(_ request: Request, _ context: ShopContext) async throws -> Response {
        let fields = try await request.fields()
        return .json(
            try await ReviewReferral(in: surroundings)(
                context.id("referral"), fields.choice("decision", of: ReferralVerdict.self),
                note: fields.optionalText("note", max: 500), in: context.shop, actor: context.actor))
    }
}
