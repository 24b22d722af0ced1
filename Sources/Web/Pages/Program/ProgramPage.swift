import Loyalty
import Operations

/// Everything that decides what points are earned, how long they last, and which tiers there are.
struct ProgramPage: Screen {
    static let template = "program"

    let frame: Frame
    let paths: ProgramPaths
    let base: Int
    /// Whether the shop never saved a program.
    let isFirst: Bool
    /// Which version is in force, when it was saved and by whom; `nil` for the first.
    let versionLine: String?
    let trouble: FormTrouble?
    /// What somebody else saved meanwhile; `nil` mostly.
    let rival: VersionLine?
    let isActive: BoxField
    let basics: [Field]
    let aboutLines: LinesField
    let rates: [Field]
    let earningChoices: [ChoiceField]
    let pendingDays: Field
    let tiers: [TierRow]
    /// What is wrong with the list of tiers as a whole.
    let tiersFault: String?
    let tierChoices: [ChoiceField]
    let graceDays: Field
    let expiryPolicy: ChoiceField
    let expiryDays: Field
    let debtPolicy: ChoiceField
    let codeDays: Field
    let bonusPoints: [Field]
    let review: BonusRow
    let events: [BonusRow]
    let eventsFault: String?
    let working: WorkingPart
    let preview: PreviewPart?
}

/// Where the form and its parts are sent to.
struct ProgramPaths: Sendable {
    let save: String
    let preview: String
    let working: String
    let draft: String
    let versions: String
    let referrals: String

    init(_ context: BackOfficeContext) {
        let program = BackOfficePlace.program.path
        save = context.path(program)
        preview = context.path("\(program)/preview")
        working = context.path("\(program)/working")
        draft = context.path("\(program)/draft")
        versions = context.path("\(program)/versions")
        referrals = context.path(ReferralPath.terms)
    }
}

/// A tier of the form.
struct TierRow: Sendable {
    let place: Int
    let key: String
    let keyName: String
    /// What the row is called: the tier's name, or that it is new.
    let title: String
    let cells: [Field]
    let benefits: LinesField
    /// What the buttons of the row say to those who do not see which row they are in.
    let removeLabel: String
    let addLabel: String
}

/// What is given for reviews, or for an event of the shop's own.
struct BonusRow: Sendable {
    let place: Int
    let title: String
    let cells: [Field]
    let period: ChoiceField
    let removeLabel: String
}
