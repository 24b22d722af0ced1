/// What an audit proves; the raw values are stable codes for programs.
public enum AuditRule: String, Sendable, CaseIterable {
    // Rows as such.
    case rowMustBeReadable = "row_must_be_readable"
    case shopMustExist = "shop_must_exist"
    case memberMustExist = "member_must_exist"
    case versionsMustBeGapFree = "versions_must_be_gap_free"
    // The chain of entries.
    case entriesMustBeGapFree = "entries_must_be_gap_free"
    case hashMustFitContent = "hash_must_fit_content"
    case balanceAfterMustFollow = "balance_after_must_follow"
    case debtMustComeFromReversal = "debt_must_come_from_reversal"
    case entryDayMustFitTime = "entry_day_must_fit_time"
    // The member's figures.
    case sequenceMustMatchEntries = "sequence_must_match_entries"
    case balanceMustMatchEntries = "balance_must_match_entries"
    case earnedMustMatchEntries = "earned_must_match_entries"
    case redeemedMustMatchEntries = "redeemed_must_match_entries"
    case expiredMustMatchEntries = "expired_must_match_entries"
    case heldMustMatchHolds = "held_must_match_holds"
    // Lots, and what was taken from them.
    case creditMustHaveLot = "credit_must_have_lot"
    case lotMustHaveCredit = "lot_must_have_credit"
    case lotMustKeepTerms = "lot_must_keep_terms"
    case lotMustAddUp = "lot_must_add_up"
    case lotsMustCoverBalance = "lots_must_cover_balance"
    case useMustNameEntry = "use_must_name_entry"
    case useMustNameLot = "use_must_name_lot"
    case usesMustMatchEntry = "uses_must_match_entry"
    // Orders and spending.
    case orderMustBePossible = "order_must_be_possible"
    case termsMustBeOfVersion = "terms_must_be_of_version"
    case entryMustNameOrder = "entry_must_name_order"
    case postedMustMatchEntries = "posted_must_match_entries"
    case postedMustBeDeserved = "posted_must_be_deserved"
    case postedMustFitBasis = "posted_must_fit_basis"
    case spendingMustBeDeserved = "spending_must_be_deserved"
    case spendingDayMustFitTime = "spending_day_must_fit_time"
    case spendingMustMatchOrders = "spending_must_match_orders"
    case orderCountMustMatchOrders = "order_count_must_match_orders"
    case guestOrderMustHaveNoMember = "guest_order_must_have_no_member"
    // Tiers.
    case tierChangesMustContinue = "tier_changes_must_continue"
    case tierMustFollowSpending = "tier_must_follow_spending"
    case grantMustBePossible = "grant_must_be_possible"
    // Redemptions.
    case redemptionMustHaveEntry = "redemption_must_have_entry"
    case redemptionMustNameReward = "redemption_must_name_reward"
    case entryMustNameRedemption = "entry_must_name_redemption"
    case returnMustMatchCancellation = "return_must_match_cancellation"
    case codeMustGiveBonus = "code_must_give_bonus"
    case stockMustCoverRedemptions = "stock_must_cover_redemptions"
    // Holds.
    case confirmedHoldMustHaveEntry = "confirmed_hold_must_have_entry"
    // Bonuses.
    case bonusMustHaveEntry = "bonus_must_have_entry"
    case entryMustNameBonus = "entry_must_name_bonus"
    case bonusMustKeepLimit = "bonus_must_keep_limit"
    case bonusMustBeOfVersion = "bonus_must_be_of_version"
    // Referrals.
    case referralMustMatchEntries = "referral_must_match_entries"
    case entryMustNameReferral = "entry_must_name_referral"
    case referralMustBeDeserved = "referral_must_be_deserved"
    case referralStateMustFit = "referral_state_must_fit"
    case refereeMustHaveOneReferral = "referee_must_have_one_referral"
    case referralMustNotBeOnesOwn = "referral_must_not_be_ones_own"
    case referralMustNotGoInACircle = "referral_must_not_go_in_a_circle"
    // Points that lapse.
    case lapseMustFitLots = "lapse_must_fit_lots"
    case lapseMustNotComeEarly = "lapse_must_not_come_early"
    case lapseMustFollowWarning = "lapse_must_follow_warning"
    case dueDayMustNotBeLate = "due_day_must_not_be_late"
    // Members who left.
    case whoLeftMustHaveNothing = "who_left_must_have_nothing"
    // What the shop sums up.
    case rollUpMustMatchEntries = "roll_up_must_match_entries"
    case reportsMustReconcile = "reports_must_reconcile"
    case tierCountMustMatchMembers = "tier_count_must_match_members"
    case redeemedCountMustMatchRedemptions = "redeemed_count_must_match_redemptions"
    // Seals.
    case sealsMustBeGapFree = "seals_must_be_gap_free"
    case sealHashMustFitContent = "seal_hash_must_fit_content"
    case sealMustMatchEntries = "seal_must_match_entries"
}
