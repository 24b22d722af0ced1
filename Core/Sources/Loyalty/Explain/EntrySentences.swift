/// The two sentences about an entry: one for whose it is, one for whose shop it is.
struct EntrySentences {
    private let context: EntryContext
    private let rule: EntryExplanation.Rule
    private let calculation: Calculation?

    init(_ context: EntryContext, _ rule: EntryExplanation.Rule, _ calculation: Calculation?) {
        self.context = context
        self.rule = rule
        self.calculation = calculation
    }

    private var entry: Entry { context.entry }
    private var moved: String { entry.moved.words }
    private var amount: String { calculation.map { "\($0.qualifying) \($0.qualifying.currency)" } ?? "the rest" }

    var forCustomer: String {
        switch rule {
        case .earned: "You earned \(moved) with order \(entry.reference)\(lifetime)."
        case .correctedUpwards: "Order \(entry.reference) was corrected, and gave you \(moved) more\(lifetime)."
        case .refunded: "A refund of order \(entry.reference) took \(moved) back."
        case .belowMinimumSpend:
            "After a refund order \(entry.reference) was too small to give points. Taken back: \(moved)."
        case .nothingLeft: "Order \(entry.reference) was undone, so its points were taken back: \(moved)."
        case .bonus, .referral: "\(entry.kind.words): \(moved)\(lifetime)."
        case .redeemed: "You spent \(moved): \(entry.description)."
        case .expired: "Not used in time, and so expired: \(moved)."
        case .left: "Lost by leaving the program: \(moved)."
        case .expiryUndone: "Had expired already, and so not taken from your other points: \(moved)."
        case .adjusted: "The shop \(entry.points < .zero ? "took" : "gave you") \(moved): \(entry.description)."
        case .redemptionReturned: "Given back to you: \(moved). \(entry.description)."
        case .referralTakenBack: "Taken back with an invitation: \(moved). \(entry.description)."
        }
    }

    var forOwner: String {
        switch rule {
        case .earned, .correctedUpwards, .refunded, .belowMinimumSpend, .nothingLeft: ofOrder + lots
        default: "\(entry.words), \(entry.points) by \(entry.actor): \(entry.description)." + lots
        }
    }

    private var ofOrder: String {
        guard let calculation else {
            return "Order \(entry.reference) moved \(entry.points); what it came to then was not kept."
        }
        let version = "Order \(entry.reference) by version \(calculation.terms.version.number)"
        guard calculation.minimumIsReached else {
            let minimum = calculation.terms.version.program.minimumSpend
            return "\(version): \(amount) is below the minimum of \(minimum), so it deserves 0; \(change)"
        }
        return "\(version): \(calculation.words); \(change)"
    }

    private var change: String {
        "\(context.postedBefore) were posted before, so \(entry.points < .zero ? "" : "+")\(entry.points) were."
    }

    /// Until when the points of the lot are good.
    private var lifetime: String {
        guard let opened = context.opened else { return "" }
        if let day = opened.expiresOn { return ", good through \(day)" }
        return opened.idleDays.map { ", good while you are active within \($0) days" } ?? ""
    }

    /// Which lots it took from, or gave back to.
    private var lots: String {
        let parts = context.taken.map { use, lot in "\(use.points) of lot \(lot.sequence)" }
        return parts.isEmpty ? "" : " It took \(parts.joined(separator: ", "))."
    }
}
