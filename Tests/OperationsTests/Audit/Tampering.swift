import Loyalty
import Testing

/// Something written past the operations, and what an audit says of it.
struct Tampering: Sendable, CustomTestStringConvertible {
    let what: String
    let history: TownHistory
    let statements: [String]
    let rule: AuditRule
    let line: String

    var testDescription: String { what }

    init(
        _ what: String, in history: TownHistory = .everyday, _ statements: String..., finds rule: AuditRule,
        _ line: String
    ) {
        self.what = what
        self.history = history
        self.statements = statements
        self.rule = rule
        self.line = line
    }

    static let all = entries + lots + members + orders + tiers + redemptions + lapses + sums + seals + rows
}

private let mias = "WHERE shop_id = 'bakery' AND customer_id = 'mia'"
private let jumas = "WHERE shop_id = 'bakery' AND customer_id = 'juma'"
private let mia = "shop bakery, member mia"
private let juma = "shop bakery, member juma"

private let unfit = "hash does not fit its content"

private let entries = [
    Tampering(
        "points of an entry", "UPDATE entry SET points = 301 \(mias) AND sequence = 1",
        finds: .hashMustFitContent, "\(mia), entry 1: \(unfit)"),
    Tampering(
        "its points, once more", "UPDATE entry SET points = 301 \(mias) AND sequence = 1",
        finds: .balanceAfterMustFollow, "\(mia), entry 1: balance_after is 300, not 301"),
    Tampering(
        "one byte of a description",
        "UPDATE entry SET description = 'Order A-3' \(mias) AND sequence = 2",
        finds: .hashMustFitContent, "\(mia), entry 2: \(unfit)"),
    Tampering(
        "the actor of an entry", "UPDATE entry SET actor = 'ben' \(mias) AND sequence = 7",
        finds: .hashMustFitContent, "\(mia), entry 7: \(unfit)"),
    Tampering(
        "the reference of an entry", "UPDATE entry SET reference = 'A-9' \(mias) AND sequence = 8",
        finds: .entryMustNameOrder, "\(mia), entry 8: its order A-9 is missing"),
    Tampering(
        "the kind of an entry", "UPDATE entry SET kind = 'earned_bonus' \(mias) AND sequence = 7",
        finds: .hashMustFitContent, "\(mia), entry 7: \(unfit)"),
    Tampering(
        "occurred_at of an entry", "UPDATE entry SET occurred_at = occurred_at + 1 \(mias) AND sequence = 4",
        finds: .hashMustFitContent, "\(mia), entry 4: \(unfit)"),
    Tampering(
        "recorded_at of an entry", "UPDATE entry SET recorded_at = recorded_at - 1 \(mias) AND sequence = 9",
        finds: .hashMustFitContent, "\(mia), entry 9: \(unfit)"),
    Tampering(
        "the program version of an entry", "UPDATE entry SET program_version = NULL \(mias) AND sequence = 1",
        finds: .hashMustFitContent, "\(mia), entry 1: \(unfit)"),
    Tampering(
        "the hash of an entry", "UPDATE entry SET hash = zeroblob(32) \(mias) AND sequence = 3",
        finds: .hashMustFitContent, "\(mia), entry 3: \(unfit)"),
    Tampering(
        "the day of an entry", "UPDATE entry SET occurred_on = occurred_on + 40 \(mias) AND sequence = 6",
        finds: .entryDayMustFitTime, "\(mia), entry 6: occurred_on is no day of its occurred_at"),
    Tampering(
        "the balance after a redemption", "UPDATE entry SET balance_after = -5 \(mias) AND sequence = 6",
        finds: .debtMustComeFromReversal, "\(mia), entry 6: takes more than there was"),
    Tampering(
        "a deleted entry in the middle", "DELETE FROM entry \(mias) AND sequence = 5",
        finds: .entriesMustBeGapFree, "\(mia), entry 5: is missing"),
    Tampering(
        "a deleted last entry", "DELETE FROM entry \(mias) AND sequence = 9",
        finds: .entriesMustBeGapFree, "\(mia), entry 9: is missing"),
    Tampering(
        "a deleted last entry, hidden on the member's row", "DELETE FROM entry \(mias) AND sequence = 9",
        "UPDATE member SET sequence = 8, balance_points = 370, earned_points = 450 \(mias)",
        finds: .postedMustMatchEntries, "\(mia), order A-4: posted_points is 20, not 0"),
    Tampering(
        "two entries that changed places", "UPDATE entry SET sequence = -1 \(mias) AND sequence = 1",
        "UPDATE entry SET sequence = 1 \(mias) AND sequence = 2",
        "UPDATE entry SET sequence = 2 \(mias) AND sequence = -1",
        finds: .hashMustFitContent, "\(mia), entry 1: \(unfit)"),
    Tampering(
        "all entries of a member", "DELETE FROM entry \(jumas)",
        finds: .entriesMustBeGapFree, "\(juma), entry 1: is missing"),
]

private let lots = [
    Tampering(
        "what remains in a lot", "UPDATE lot SET remaining_points = remaining_points + 10 \(mias) AND sequence = 2",
        finds: .lotMustAddUp, "\(mia), lot 2: remaining_points is 160, not 150"),
    Tampering(
        "what remains, against the balance", "UPDATE lot SET remaining_points = 0 \(mias) AND sequence = 2",
        finds: .lotsMustCoverBalance, "\(mia): the sum of its lots is 240, not 390"),
    Tampering(
        "the points of a lot", "UPDATE lot SET points = 21, remaining_points = 21 \(mias) AND sequence = 7",
        finds: .lotMustHaveCredit, "\(mia), lot 7: points is 21, not 20"),
    Tampering(
        "a deleted lot", "DELETE FROM lot \(mias) AND sequence = 7",
        finds: .creditMustHaveLot, "\(mia), entry 7: its lot is missing"),
    Tampering(
        "the life of a lot", "UPDATE lot SET expires_on = NULL \(mias) AND sequence = 7",
        finds: .lotMustKeepTerms, "\(mia), lot 7: expires_on is none, not 2027-11-03"),
    Tampering(
        "when a lot can be spent", "UPDATE lot SET available_at = available_at - 86400000 \(mias) AND sequence = 1",
        finds: .lotMustKeepTerms,
        "\(mia), lot 1: available_at is 2026-11-01T12:00:00Z, not 2026-11-02T12:00:00Z"),
    Tampering(
        "a use of a lot taken away", "DELETE FROM lot_use \(mias) AND entry_sequence = 3",
        finds: .usesMustMatchEntry, "\(mia), entry 3: what it took from lots is 0, not 50"),
    Tampering(
        "a use of a lot that is not there", "UPDATE lot_use SET lot_sequence = 99 \(mias) AND entry_sequence = 3",
        finds: .useMustNameLot, "\(mia), lot_use 3/99: its lot is missing"),
    Tampering(
        "a use by an entry that is not there", "UPDATE lot_use SET entry_sequence = 99 \(mias) AND entry_sequence = 3",
        finds: .useMustNameEntry, "\(mia), lot_use 99/1: its entry is missing"),
]

private let members = [
    Tampering(
        "a balance", "UPDATE member SET balance_points = 1390 \(mias)",
        finds: .balanceMustMatchEntries, "\(mia): balance_points is 1390, not 390"),
    Tampering(
        "what was earned", "UPDATE member SET earned_points = 1 \(mias)",
        finds: .earnedMustMatchEntries, "\(mia): earned_points is 1, not 470"),
    Tampering(
        "what was redeemed", "UPDATE member SET redeemed_points = 50 \(mias)",
        finds: .redeemedMustMatchEntries, "\(mia): redeemed_points is 50, not 100"),
    Tampering(
        "what has expired", "UPDATE member SET expired_points = 7 \(jumas)",
        finds: .expiredMustMatchEntries, "\(juma): expired_points is 7, not 0"),
    Tampering(
        "what is held", "UPDATE member SET held_points = 10 \(mias)",
        finds: .heldMustMatchHolds, "\(mia): held_points is 10, not 0"),
    Tampering(
        "the number of the last entry", "UPDATE member SET sequence = 8 \(mias)",
        finds: .sequenceMustMatchEntries, "\(mia): sequence is 8, not 9"),
]

private let orders = [
    Tampering(
        "what an order has posted", "UPDATE order_state SET posted_points = 160 WHERE order_id = 'A-2'",
        finds: .postedMustMatchEntries, "\(mia), order A-2: posted_points is 160, not 150"),
    Tampering(
        "the amount of an order", "UPDATE order_state SET total_amount = 90000 WHERE order_id = 'A-1'",
        finds: .postedMustBeDeserved, "\(mia), order A-1: posted_points less shortfall_points is 300, not 900"),
    Tampering(
        "the spending of an order", "UPDATE order_state SET spending_amount = 1 WHERE order_id = 'A-1'",
        finds: .spendingMustBeDeserved, "\(mia), order A-1: spending_amount is 1, not 30000"),
    Tampering(
        "whether an order counts", "UPDATE order_state SET is_counted = 1 WHERE order_id = 'A-3'",
        finds: .spendingMustBeDeserved, "\(mia), order A-3: is_counted is true, not false"),
    Tampering(
        "the day an order's spending counts on", "UPDATE order_state SET spending_on = 20000 WHERE order_id = 'A-1'",
        finds: .spendingDayMustFitTime, "\(mia), order A-1: spending_on is no day of its placed_at"),
    Tampering(
        "a refund above the total", "UPDATE order_state SET refunded_amount = 30001 WHERE order_id = 'A-1'",
        finds: .orderMustBePossible,
        "\(mia), order A-1: refunded_amount and the refunds of the lines must not exceed the total."),
    Tampering(
        "an amount out of all limits",
        "UPDATE order_state SET total_amount = 9223372036854775807 WHERE order_id = 'A-1'",
        finds: .orderMustBePossible, "\(mia), order A-1: a number is out of all limits"),
    Tampering(
        "the multiplier of an order's terms", "UPDATE order_state SET terms_multiplier = 20000 WHERE order_id = 'A-1'",
        finds: .termsMustBeOfVersion, "\(mia), order A-1: terms_multiplier is 2, not 1"),
    Tampering(
        "a deleted order", "DELETE FROM order_state WHERE order_id = 'A-1'",
        finds: .entryMustNameOrder, "\(mia), entry 1: its order A-1 is missing"),
    Tampering(
        "an order given to somebody else", "UPDATE order_state SET customer_id = 'juma' WHERE order_id = 'A-1'",
        finds: .postedMustMatchEntries, "\(juma), order A-1: posted_points is 300, not 0"),
    Tampering(
        "a day's spending", "UPDATE spending_day SET amount = amount - 5 \(mias) AND amount = 1000",
        finds: .spendingMustMatchOrders, "\(mia), spending_day 2026-11-04: the orders come to 5 more"),
    Tampering(
        "the count of orders", "UPDATE member SET order_count = 4 \(mias)",
        finds: .orderCountMustMatchOrders, "\(mia): order_count is 4, not 3"),
]

private let tiers = [
    Tampering(
        "a tier that was never reached", "UPDATE member SET tier_key = 'gold' \(jumas)",
        finds: .tierMustFollowSpending, "\(juma): tier_key is gold, not bronze"),
    Tampering(
        "a tier after changes", "UPDATE member SET tier_key = 'gold' \(mias)",
        finds: .tierChangesMustContinue, "\(mia): tier_key is gold, not bronze"),
    Tampering(
        "a deleted change of tier", "DELETE FROM tier_change \(mias) AND number = 1",
        finds: .tierChangesMustContinue, "\(mia), tier_change 2: number is 2, not 1"),
]

private let redemptions = [
    Tampering(
        "a deleted redemption", "DELETE FROM redemption \(mias) AND entry_sequence = 3",
        finds: .entryMustNameRedemption, "\(mia), entry 3: its redemption R-3 is missing"),
    Tampering(
        "the cost of a redemption", "UPDATE redemption SET cost_points = 40 \(mias) AND entry_sequence = 3",
        finds: .redemptionMustHaveEntry, "\(mia), redemption R-3: cost_points is 40, not 50"),
    Tampering(
        "a cancelled redemption made good again",
        "UPDATE redemption SET cancelled_at = NULL, ended_by = NULL \(mias) AND entry_sequence = 4",
        finds: .returnMustMatchCancellation, "\(mia), redemption R-4: what was given back is 50, not 0"),
    Tampering(
        "a redemption that ended twice", "UPDATE redemption SET cancelled_at = used_at \(mias) AND entry_sequence = 3",
        finds: .rowMustBeReadable, "\(mia), redemption R-3: it has ended more than once"),
    Tampering(
        "a deleted reward", "DELETE FROM reward",
        finds: .redemptionMustNameReward, "shop bakery, reward R-coffee: is missing, but redemptions name it"),
    Tampering(
        "the count of redemptions", "UPDATE reward SET redeemed_count = 3",
        finds: .redeemedCountMustMatchRedemptions, "shop bakery, reward R-coffee: redeemed_count is 3, not 4"),
]

private let lapses = [
    Tampering(
        "what was taken of a hold", in: .lapses, "UPDATE hold SET confirmed_points = 25",
        finds: .confirmedHoldMustHaveEntry, "\(mia), hold "),
    Tampering(
        "a hold that ended in part", in: .lapses, "UPDATE hold SET outcome = NULL",
        finds: .rowMustBeReadable, "\(mia), hold "),
    Tampering(
        "a deleted bonus", in: .lapses, "DELETE FROM bonus",
        finds: .entryMustNameBonus, "\(mia), entry 1: its bonus signup is missing"),
    Tampering(
        "the points of a bonus", in: .lapses, "UPDATE bonus SET points = 11",
        finds: .bonusMustHaveEntry, "\(mia), bonus signup signup: points is 11, not 10"),
    Tampering(
        "a second bonus for joining", in: .lapses,
        """
        INSERT INTO bonus (shop_id, customer_id, event_key, reference, occurred_on, entry_sequence, points)
        VALUES ('bakery', 'mia', 'signup', 'again', 20760, 2, 100)
        """,
        finds: .bonusMustKeepLimit, "\(mia), bonus signup again: it was given before"),
    Tampering(
        "deleted warnings", in: .lapses, "DELETE FROM expiry_warning",
        finds: .lapseMustFollowWarning, "\(mia), entry 4: lapsed without a warning"),
    Tampering(
        "the last day of a lot that lapsed", in: .lapses,
        "UPDATE lot SET expires_on = expires_on + 1 \(mias) AND sequence = 2",
        finds: .lapseMustFitLots, "\(mia), entry 4: lot 2 is good through 2026-12-13"),
    Tampering(
        "when a lapse was recorded", in: .lapses,
        "UPDATE entry SET recorded_at = recorded_at - 1728000000 \(mias) AND sequence = 4",
        finds: .lapseMustNotComeEarly, "\(mia), entry 4: lapsed before the end of 2026-12-12"),
    Tampering(
        "a day on which something is due", in: .lapses, "UPDATE member SET due_on = NULL \(mias)",
        finds: .dueDayMustNotBeLate, "\(mia), lot 5: due_on is none, but it lapses after 2027-01-31"),
    Tampering(
        "what of an order earned", in: .lapses, "UPDATE entry SET basis_amount = 9000 \(mias) AND sequence = 2",
        finds: .postedMustFitBasis, "\(mia), entry 2: what its order has posted is 100, not 90"),
]

private let sums = [
    Tampering(
        "more of a reward than there ever were", "UPDATE reward SET available_count = 3",
        finds: .stockMustCoverRedemptions, "shop bakery, reward R-coffee: 4 were redeemed of 3"),
    Tampering(
        "a balance, seen from the reports", in: .lapses, "UPDATE member SET balance_points = 51 \(mias)",
        finds: .reportsMustReconcile, "shop bakery: the closing balance of its days is 50, not 51"),
    Tampering(
        "a day's roll-up", "UPDATE shop_day SET earned_points = 551 WHERE earned_points = 550",
        finds: .rollUpMustMatchEntries, "shop bakery, shop_day 2026-11-02: earned_points is 551, not 550"),
    Tampering(
        "a deleted day's roll-up", "DELETE FROM shop_day WHERE shop_id = 'bookshop'",
        finds: .rollUpMustMatchEntries, "shop bookshop, shop_day 2026-11-02: earned_points is 0, not 20"),
    Tampering(
        "the members of a tier",
        "UPDATE tier_count SET member_count = 9 WHERE shop_id = 'bakery' AND tier_key = 'silver'",
        finds: .tierCountMustMatchMembers, "shop bakery, tier_count silver: member_count is 9, not 0"),
]

private let seals = [
    Tampering(
        "a deleted seal", "DELETE FROM seal WHERE shop_id = 'bakery' AND number = 1",
        finds: .sealsMustBeGapFree, "shop bakery, seal 1: is missing"),
    Tampering(
        "the balance of a seal", "UPDATE seal SET balance_points = 0 WHERE shop_id = 'bakery' AND number = 1",
        finds: .sealHashMustFitContent, "shop bakery, seal 1: \(unfit)"),
    Tampering(
        "a seal that covers less than the one before",
        "UPDATE seal SET covers_before_at = covers_before_at - 999999999 WHERE shop_id = 'bakery' AND number = 2",
        finds: .sealHashMustFitContent, "shop bakery, seal 2: \(unfit)"),
    Tampering(
        "a member with all rows", "DELETE FROM member \(mias)", "DELETE FROM entry \(mias)",
        finds: .sealMustMatchEntries, "shop bakery, seal 2: member_count is 1, not 0"),
    Tampering(
        "the time an entry was recorded at",
        "UPDATE entry SET recorded_at = recorded_at + 864000000 \(mias) AND sequence = 8",
        finds: .sealMustMatchEntries, "shop bakery, seal 2: entry_count is 8, not 7"),
]

private let rows = [
    Tampering(
        "a kind that is none", "UPDATE entry SET kind = 'gift' \(mias) AND sequence = 7",
        finds: .rowMustBeReadable, "\(mia), entry 7: gift is no EntryKind"),
    Tampering(
        "a time that is none", "UPDATE lot SET earned_at = 9223372036854775807 \(mias) AND sequence = 7",
        finds: .rowMustBeReadable, "\(mia), lot 7: 9223372036854775807 is no time"),
    Tampering(
        "lines that are none", "UPDATE order_state SET lines = '[1' WHERE order_id = 'A-1'",
        finds: .rowMustBeReadable, "\(mia), order A-1"),
    Tampering(
        "a deleted member", "DELETE FROM member \(jumas)",
        finds: .memberMustExist, "\(juma): is missing, but other rows name it"),
    Tampering(
        "a deleted shop", "DELETE FROM shop WHERE shop_id = 'bakery'",
        finds: .shopMustExist, "shop bakery: is missing"),
    Tampering(
        "a time zone that is none", "UPDATE shop SET time_zone = 'Moon' WHERE shop_id = 'bakery'",
        finds: .rowMustBeReadable, "shop bakery: time_zone must be an IANA time zone, such as Africa/Nairobi."),
    Tampering(
        "a deleted version of a program", "DELETE FROM program_version WHERE shop_id = 'bakery' AND number = 1",
        finds: .versionsMustBeGapFree, "shop bakery, program_version 1: is missing"),
    Tampering(
        "an order under a version that is not there", "UPDATE order_state SET terms_version = 7 WHERE order_id = 'A-1'",
        finds: .rowMustBeReadable, "\(mia), order A-1: its program version 7 is missing"),
    Tampering(
        "settings of a program",
        "UPDATE program_version SET settings = REPLACE(settings, '\"pending_days\":0', '\"pending_days\":3')",
        finds: .lotMustKeepTerms, "\(mia), lot 1: available_at is 2026-11-02T12:00:00Z, not 2026-11-05T12:00:00Z"),
    Tampering(
        "settings out of all limits",
        "UPDATE program_version SET settings = REPLACE(settings, '\"grace_days\":0', '\"grace_days\":99999')",
        finds: .rowMustBeReadable, "shop bakery, program_version 1: a number is out of all limits"),
]
