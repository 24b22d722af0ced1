/// Decides what saving a program makes: the next version, or none where it changes nothing.
///
/// - Parameters:
///   - newest: The version in force; `nil` where the shop never saved one.
///   - base: The number of the version that the author looked at, 0 for none; `nil` where they look at no version, as
///     programs do.
///   - holders: How many members hold each tier, by key; who was granted one counts for it too.
///   - today: The day of `now` in the shop's time zone.
/// - Returns: The version in force from now on: the newest one itself where nothing is different.
/// - Throws: ``ProgramRejection``: what ``validateProgram(_:)`` finds, then `versionMustBeTheNewest`, then
///   `tierMustNotBeHeld`.
public func decideProgram(
    _ program: Program, after newest: ProgramVersion?, basedOn base: Int? = nil, holders: [String: Int64],
    on today: Day, at now: Instant,
    by author: String
) throws(ProgramRejection) -> ProgramVersion {
    try validateProgram(program)
    if let newest, newest.program == program { return newest }
    guard base == nil || base == newest?.number ?? 0 else { throw ProgramRejection(.versionMustBeTheNewest) }
    for tier in newest?.program.tiers.ladder.tiers ?? [] where holders[tier.key, default: 0] > 0 {
        guard program.tiers.ladder.rank(of: tier.key) != nil else {
            throw ProgramRejection(.tierMustNotBeHeld, field: "tiers.\(tier.key)")
        }
    }
    // From here on it succeeds.
    return ProgramVersion(
        number: (newest?.number ?? 0) + 1, savedAt: now, author: author, program: program,
        expirySwitchedOn: ProgramVersion.expirySwitchedOn(by: program, after: newest, on: today),
        earlierTiers: newest?.earlierTiers(before: program.tiers, on: today) ?? [])
}

extension ProgramVersion {
    /// The tier policies that come before the one of the next version: this version's own too, if they differ.
    fileprivate func earlierTiers(before next: TierPolicy, on today: Day) -> [EarlierTiers] {
        guard program.tiers.placing != next.placing else { return earlierTiers }
        // A clock that steps back must not put the policies out of their order.
        let closed = EarlierTiers(
            policy: program.tiers, lastDay: max(today, earlierTiers.last?.lastDay ?? today))
        return (earlierTiers.filter { $0 != closed } + [closed]).suffix(EarlierTiers.countMax)
    }

    /// Whether members may hold another tier under this version than under the one before it.
    public func movesTiers(after before: ProgramVersion?) -> Bool {
        guard let before else { return true }
        return before.program.tiers.placing != program.tiers.placing
    }
}
