import Loyalty

extension Wording {
    /// What an entry is, for those who run the shop: `Order A-1`.
    func what(_ entry: Entry) -> String {
        switch entry.kind {
        case .earnedPurchase, .reversedPurchase:
            words("entry.\(entry.kind.rawValue)", ["order": entry.reference])
        case .adjustment: words("entry.adjustment_by_hand", ["reason": entry.description])
        case .expired where entry.isOfLeaving: words("entry.left")
        case .expired where entry.undoesExpiry: words("entry.expiry_undone")
        default: words("kind.\(entry.kind.rawValue)")
        }
    }

    /// `just now`, `12 minutes ago`, `3 hours ago`, and in days beyond that.
    func ago(_ moment: Instant, at now: Instant) -> String {
        let minutes = max(0, now.milliseconds - moment.milliseconds) / 60_000
        return switch minutes {
        case 0: words("ago.now")
        case ..<60: words.count("ago.minutes", minutes)
        case ..<(24 * 60): words.count("ago.hours", minutes / 60)
        case let minutes: words.count("day.ago", minutes / (24 * 60))
        }
    }
}
