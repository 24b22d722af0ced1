import Hummingbird
import Loyalty
import Operations

/// Where an invited friend lands.
struct InvitationController: Controller {
    let desk: CustomerDesk

    var endpoints: [Endpoint] {
        [
            Endpoint(page: "/r/{code}", "An invitation", access: .guest, show),
            Endpoint(form: "/r/{code}", "Accept the invitation", access: .visitor, accept),
        ]
    }

    @Sendable private func show(_ request: Request, _ context: GuestContext) async throws -> Response {
        let page = try await page(of: try context.part("code"), for: context.visitor)
        return desk.room.answer(page, for: context.visitor)
    }

    @Sendable private func accept(_ form: FormFields, _ context: VisitorContext) async throws -> Response {
        let code = try context.part("code")
        let shop = try await context.caller.enter(try form.id("shop"), by: [.member]).shop
        do {
            let claim = try await ClaimReferral(in: desk.surroundings)(
                code, by: context.customerID, from: context.visitor.address, in: shop, actor: context.caller.actor)
            // One that the shop looks at first is shown where it says so.
            let isLive = claim.referral.referral.state.isLive
            return .redirect(to: isLive ? "\(shopPath(shop))?done=invited" : "/r/\(pathPart(code))")
        } catch let rejection as ReferralRejection where rejection != .referralCodeMustExist {
            let page = try await page(of: code, for: context.visitor, after: rejection)
            return desk.room.answer(page, for: context.visitor, status: Problem(rejection).status)
        }
    }

    /// - Parameter rejection: Why it was not accepted just now.
    private func page(
        of code: String, for visitor: Visitor, after rejection: ReferralRejection? = nil
    ) async throws -> InvitationPage {
        let invitations = try await ViewInvitation(in: desk.surroundings)(code, for: visitor.customerID)
        let wording = desk.room.wording(for: visitor)
        let path = "/r/\(pathPart(ReferralCode.read(typed: code)))"
        let accent = invitations.count == 1 ? Accent.name(of: invitations[0].shop) : Accent.house
        return InvitationPage(
            frame: Frame(wording.words("invited.title"), for: visitor, accent: accent),
            fault: rejection.map { desk.room.sentence(of: $0, for: visitor) },
            invitations: invitations.map { invitation in
                InvitationCard(
                    invitation, path, isSignedIn: visitor.customerID != nil, wording, once: desk.surroundings.once())
            })
    }
}
