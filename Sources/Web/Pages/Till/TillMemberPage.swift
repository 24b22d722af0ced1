import Loyalty
import Operations

/// A member as the till sees one.
struct TillMemberPage: Screen {
    static let template = "till_member"

    let frame: Frame
    let field: TillField
    let name: String
    let email: String?
    let tierMark: String
    let tier: String?
    let balance: String
    let available: String
    let membersPath: String
    let hasReady: Bool
    let ready: [Offer]
    let hasOthers: Bool
    let others: [Offer]
    let hasTickets: Bool
    let tickets: [TillList.Row]

    struct Offer: Sendable {
        let path: String
        let reward: String
        let benefit: String
        let cost: String
        /// Why it cannot be had now.
        let reason: String?
    }

    init(
        _ wallet: Wallet, _ tickets: [RedemptionDetails], _ clock: ShopClock, for context: BackOfficeContext,
        frame: Frame
    ) {
        let (view, wording) = (wallet.view, clock.wording)
        self.frame = frame
        field = TillField(for: context)
        name = view.displayName
        email = view.email
        tierMark = "tier-\(view.tierRank)"
        tier = view.tier?.name
        balance = wording.number(view.member.balance.count)
        available = wording.points(view.available)
        membersPath = context.path("\(BackOfficePlace.members.path)/\(pathPart(view.member.customerID.text))")
        let offers = wallet.offers.map { offer in
            Offer(
                path: context.path(TillPath.reward(offer.reward.id, for: view.member.customerID)),
                reward: offer.reward.name, benefit: wording.benefit(offer.reward.benefit),
                cost: wording.points(offer.reward.cost),
                reason: offer.refusal.map { wording.reasonAtTheTill($0, missing: offer.missing) })
        }
        ready = offers.filter { $0.reason == nil }
        others = offers.filter { $0.reason != nil }
        self.tickets = tickets.map { TillList.Row($0, clock, for: context) }
        (hasReady, hasOthers, hasTickets) = (!ready.isEmpty, !others.isEmpty, !self.tickets.isEmpty)
    }
}

extension Wording {
    /// Why a member cannot have a reward, said of them and not to them.
    func reasonAtTheTill(_ refusal: RedemptionRejection, missing: Points) -> String {
        words.text("till.reason.\(refusal.code)") ?? reason(refusal, missing: missing)
    }
}
