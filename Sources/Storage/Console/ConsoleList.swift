/// A list of the operator's console, over all shops. What it holds is only read there.
public enum ConsoleList: String, CaseIterable, Sendable {
    case shops
    case programs
    case members
    case entries
    case rewards
    case redemptions
    case referrals
    /// How far the scheduled work of each shop has come.
    case work
    /// The audit logs.
    case acts

    /// How it can be sorted; the first is how it is where nobody asks.
    public var sorts: [ConsoleSort] {
        switch self {
        case .shops: [.key, .name, .newest, .most]
        case .programs: [.newest, .key]
        case .members: [.key, .newest, .most]
        case .entries: [.newestOfEach, .key]
        case .rewards: [.newest, .name, .most]
        case .redemptions, .referrals, .acts: [.newest, .key]
        case .work: [.key, .most]
        }
    }

    /// The states that it can be narrowed to.
    public var states: [String] {
        switch self {
        case .shops, .acts: []
        case .programs: ["in_force", "earlier"]
        case .members: ["in_debt", "due", "left"]
        case .entries: ["earned", "redeemed", "expired", "adjustment", "reversed"]
        case .rewards: ["active", "off", "deleted"]
        case .redemptions: ["pending", "redeemed", "cancelled", "expired"]
        case .referrals: ["pending", "paid", "blocked", "rejected"]
        case .work: ["waiting", "done"]
        }
    }
}

/// How a list is sorted.
public enum ConsoleSort: String, Sendable {
    /// By shop, and then by id.
    case key
    case name
    /// What came last comes first.
    case newest
    /// By member, and of each what came last first.
    case newestOfEach = "each"
    /// The largest number first: of members, points, or whatever the list counts.
    case most
}
