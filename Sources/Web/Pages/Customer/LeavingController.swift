import Hummingbird
import Loyalty
import Operations

/// Leaving a shop's program, after a question that names what is lost, and joining again.
struct LeavingController: Controller {
    let desk: CustomerDesk

    var endpoints: [Endpoint] {
        [
            Endpoint(page: "/loyalty/{shop}/leave", "Whether to leave the program", access: .visitor, ask),
            Endpoint(form: "/loyalty/{shop}/leave", "Leave the program", access: .visitor, leave),
            Endpoint(form: "/loyalty/{shop}/join", "Join the program again", access: .visitor, join),
        ]
    }

    @Sendable private func ask(_ request: Request, _ context: VisitorContext) async throws -> Response {
        let shop = try await desk.shop(context)
        do {
            return desk.room.answer(try await page(of: shop, context), for: context.visitor)
        } catch MemberRejection.membershipMustExist {
            return try await desk.departed(from: shop, context, notice: nil)
        }
    }

    @Sendable private func leave(_ form: FormFields, _ context: VisitorContext) async throws -> Response {
        let shop = try await desk.shop(context)
        do {
            _ = try await LeaveProgram(in: desk.surroundings)(
                context.customerID, in: shop, actor: context.caller.actor)
            return .redirect(to: "\(shopPath(shop))?done=left")
        } catch let rejection as LeavingRejection {
            let page = try await page(of: shop, context, after: rejection)
            return desk.room.answer(page, for: context.visitor, status: Problem(rejection).status)
        }
    }

    @Sendable private func join(_ form: FormFields, _ context: VisitorContext) async throws -> Response {
        let shop = try await desk.shop(context)
        _ = try await EnrolMember(in: desk.surroundings)(
            Customer(id: context.customerID, name: ""), from: .shop, in: shop, actor: context.caller.actor,
            isInPerson: true)
        return .redirect(to: "\(shopPath(shop))?done=joined")
    }

    /// - Parameter rejection: Why the customer did not leave just now.
    private func page(
        of shop: Shop, _ context: VisitorContext, after rejection: LeavingRejection? = nil
    ) async throws -> LeavingPage {
        let wording = desk.room.wording(for: context.visitor)
        let membership = try await ViewMembership(in: desk.surroundings)(of: context.customerID, in: shop)
        let refusal = rejection ?? (membership.view.member.held > .zero ? .holdsMustHaveEnded : nil)
        let frame = try await desk.frame(
            wording.words("leaving.title", ["shop": shop.name]), at: .settings, for: context, shop: shop)
        return LeavingPage(
            frame: frame, shopPath: shopPath(shop), leavingPath: leavingPath(shop),
            fault: refusal.map { desk.room.sentence(of: $0, for: context.visitor) }, canLeave: refusal == nil,
            losses: losses(in: membership, wording),
            debt: debt(of: membership.view.member, wording), once: desk.surroundings.once())
    }

    private func losses(in membership: Membership, _ wording: Wording) -> [Fact] {
        let (view, words) = (membership.view, wording.words)
        let worth = membership.offers.worth.map { wording.words("card.worth", ["amount": wording.money($0)]) }
        var losses: [Fact] = []
        if view.member.balance > .zero {
            losses.append(
                Fact(
                    label: words("leaving.points"),
                    value: [wording.points(view.member.balance), worth].compactMap(\.self).joined(separator: ", ")))
        }
        if let tier = view.tier { losses.append(Fact(label: words("leaving.tier"), value: tier.name)) }
        return losses
            + membership.codes.map { code in
                Fact(
                    label: words("leaving.code"),
                    value: "\(code.reward.name), \(wording.points(code.redemption.cost))")
            }
    }

    private func debt(of member: Member, _ wording: Wording) -> String? {
        guard member.balance < .zero else { return nil }
        return wording.words("leaving.debt", ["points": wording.points(-member.balance)])
    }
}

/// Asks whether a program is to be left.
struct LeavingPage: Screen {
    static let template = "leaving"

    let frame: Frame
    let shopPath: String
    let leavingPath: String
    /// Why it cannot be left now.
    let fault: String?
    let canLeave: Bool
    /// Something that is lost, each with what of it.
    let losses: [Fact]
    /// What is owed, and stays owed; `nil` where nothing is.
    let debt: String?
    let once: String
}

/// Where a program is left.
func leavingPath(_ shop: Shop) -> String { "\(shopPath(shop))/leave" }
