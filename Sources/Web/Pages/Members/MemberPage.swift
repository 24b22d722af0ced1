/// One member of a shop.
struct MemberPage: Screen {
    static let template = "member"

    let frame: Frame
    let name: String
    let contact: String
    let joined: String
    /// Since when the member is none any more; `nil` for all others.
    let left: String?
    let listPath: String
    let tierName: String?
    let tierMark: String
    let balance: String
    let isInDebt: Bool
    let facts: [Fact]
    let tier: TierPart?
    let entries: [EntryRow]
    let olderPath: String?
    /// The points that expire first.
    let lots: [LotRow]
    let later: [LotRow]
    /// How many points there are of later days, in words.
    let laterLots: String
    let hasLaterLots: Bool
    let holds: [HoldRow]
    let codes: [CodeRow]
    let csvPath: String
    let printPath: String
    /// What only the owner sees.
    let desk: Desk?
    let acts: [ActRow]

    /// How far it is to the next tier, and why this one is held.
    struct TierPart: Sendable {
        /// 0 to 1,000.
        let length: Int64
        let percent: String
        let from: String
        let upTo: String?
        let needed: String?
        let why: String
    }

    struct EntryRow: Sendable {
        let day: String
        let what: String
        let points: String
        let balance: String
        /// How it came to be, in the owner's words.
        let why: String
        let rule: String
    }

    struct LotRow: Sendable {
        let when: String
        let points: String
        let isSoon: Bool
    }

    struct HoldRow: Sendable {
        let points: String
        let reference: String
        let until: String
    }

    struct CodeRow: Sendable {
        let reward: String
        let status: String
        let tone: String
        let when: String
    }

    struct ActRow: Sendable {
        let what: String
        let who: String
        let when: String
    }

    /// The owner's forms.
    struct Desk: Sendable {
        let once: String
        let adjustPath: String
        let isTaking: Bool
        let points: Field
        let reason: Field
        let adjustFault: String?
        let grantPath: String
        let tiers: [Option]
        let tierFault: String?
        let through: String
        let throughFault: String?
        let grantReason: Field
        let grantFault: String?
        /// A tier that was given by hand, in a sentence.
        let grant: String?
        let grantEndPath: String
        let endFault: String?
        let hasTiers: Bool
        /// Whether something was just refused, so that the form is shown open.
        let isAdjusting: Bool
        let isGranting: Bool
    }
}
