import Loyalty
import Storage

/// Somebody who joins: what the door needs to know of it.
struct MemberEnrolment: Sendable {
    let customer: Customer.ID
    let shop: Shop
    /// The day of joining; membership years are counted from it.
    let joinedOn: Day
    /// When it occurred, and by whose word.
    let occasion: BonusOccasion
    /// Drawn before the transaction; the code for inviting friends is made of it.
    let random: UInt64

    /// A code that is free in the shop.
    private func referralCode(_ connection: any SQLConnection) throws -> String {
        var random = random
        let store = MemberStore(connection)
        while try store.hasReferralCode(ReferralCode.make(random: random), in: shop.id) { random &+= 1 }
        return ReferralCode.make(random: random)
    }

    func decide(under program: ProgramVersion?, _ connection: any SQLConnection) throws -> EnrolmentDecision {
        let code = try referralCode(connection)
        return decideEnrolment(
            Enrolment(
                customerID: customer, shopID: shop.id, joinedOn: joinedOn, referralCode: code, occasion: occasion),
            under: program)
    }
}

extension Surroundings {
    /// Random bits for somebody who becomes a member.
    var enrolmentBits: UInt64 { random(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) } }
}
