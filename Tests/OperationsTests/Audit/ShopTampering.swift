import Loyalty

extension Tampering {
    /// Orders, tiers, redemptions, what the shop sums up, and rows as such.
    static let shop =
        told(
            in: .everyday,
            """
            what an order has posted: posted_must_match_entries
              UPDATE order_state SET posted_points = 160 WHERE order_id = 'A-2'
              → shop bakery, member mia, order A-2: posted_points is 160, not 150

            the amount of an order: posted_must_be_deserved
              UPDATE order_state SET total_amount = 90000 WHERE order_id = 'A-1'
              → shop bakery, member mia, order A-1: posted_points less shortfall_points is 300, not 900

            the spending of an order: spending_must_be_deserved
              UPDATE order_state SET spending_amount = 1 WHERE order_id = 'A-1'
              → shop bakery, member mia, order A-1: spending_amount is 1, not 30000

            whether an order counts: spending_must_be_deserved
              UPDATE order_state SET is_counted = 1 WHERE order_id = 'A-3'
              → shop bakery, member mia, order A-3: is_counted is true, not false

            the day an order's spending counts on: spending_day_must_fit_time
              UPDATE order_state SET spending_on = 20000 WHERE order_id = 'A-1'
              → shop bakery, member mia, order A-1: spending_on is no day of its placed_at

            a refund above the total: order_must_be_possible
              UPDATE order_state SET refunded_amount = 30001 WHERE order_id = 'A-1'
              → shop bakery, member mia, order A-1: refunded_amount and the refunds of the lines must not exceed

            an amount out of all limits: order_must_be_possible
              UPDATE order_state SET total_amount = 9223372036854775807 WHERE order_id = 'A-1'
              → shop bakery, member mia, order A-1: a number is out of all limits

            the multiplier of an order's terms: terms_must_be_of_version
              UPDATE order_state SET terms_multiplier = 20000 WHERE order_id = 'A-1'
              → shop bakery, member mia, order A-1: terms_multiplier is 2, not 1

            a deleted order: entry_must_name_order
              DELETE FROM order_state WHERE order_id = 'A-1'
              → shop bakery, member mia, entry 1: its order A-1 is missing

            an order given to somebody else: posted_must_match_entries
              UPDATE order_state SET customer_id = 'juma' WHERE order_id = 'A-1'
              → shop bakery, member juma, order A-1: posted_points is 300, not 0

            a day's spending: spending_must_match_orders
              UPDATE spending_day SET amount = amount - 5 OF mia AND amount = 1000
              → shop bakery, member mia, spending_day 2026-11-04: the orders come to 5 more

            a day's spending beyond all limits: spending_must_match_orders
              UPDATE spending_day SET amount = -9223372036854775807 - 1 OF mia AND amount = 1000
              → shop bakery, member mia, spending_day 2026-11-04: the orders come to -9223372036854774808 more

            the count of orders: order_count_must_match_orders
              UPDATE member SET order_count = 4 OF mia
              → shop bakery, member mia: order_count is 4, not 3

            somebody who is said to have left: who_left_must_have_nothing
              UPDATE member SET left_at = 1793793600000 OF mia
              → shop bakery, member mia: has left, and 

            a tier that was never reached: tier_must_follow_spending
              UPDATE member SET tier_key = 'gold' OF juma
              → shop bakery, member juma: tier_key is gold, not bronze

            a tier after changes: tier_changes_must_continue
              UPDATE member SET tier_key = 'gold' OF mia
              → shop bakery, member mia: tier_key is gold, not bronze

            a deleted change of tier: tier_changes_must_continue
              DELETE FROM tier_change OF mia AND number = 1
              → shop bakery, member mia, tier_change 2: number is 2, not 1

            a deleted redemption: entry_must_name_redemption
              DELETE FROM redemption OF mia AND entry_sequence = 3
              → shop bakery, member mia, entry 3: its redemption R-3 is missing

            the cost of a redemption: redemption_must_have_entry
              UPDATE redemption SET cost_points = 40 OF mia AND entry_sequence = 3
              → shop bakery, member mia, redemption R-3: cost_points is 40, not 50

            a cancelled redemption made good again: return_must_match_cancellation
              UPDATE redemption SET cancelled_at = NULL, ended_by = NULL OF mia AND entry_sequence = 4
              → shop bakery, member mia, redemption R-4: what was given back is 50, not 0

            what a used code would have given: code_must_give_bonus
              UPDATE redemption SET bonus_points = 30 OF mia AND entry_sequence = 3
              → shop bakery, member mia, redemption R-3: what its code gave is 0, not 30

            a redemption that ended twice: row_must_be_readable
              UPDATE redemption SET cancelled_at = used_at OF mia AND entry_sequence = 3
              → shop bakery, member mia, redemption R-3: it has ended more than once

            a deleted reward: redemption_must_name_reward
              DELETE FROM reward
              → shop bakery, reward R-coffee: is missing, but redemptions name it

            the count of redemptions: redeemed_count_must_match_redemptions
              UPDATE reward SET redeemed_count = 3
              → shop bakery, reward R-coffee: redeemed_count is 3, not 4

            more of a reward than there ever were: stock_must_cover_redemptions
              UPDATE reward SET available_count = 3
              → shop bakery, reward R-coffee: 4 were redeemed of 3

            a day's roll-up: roll_up_must_match_entries
              UPDATE shop_day SET earned_points = 551 WHERE earned_points = 550
              → shop bakery, shop_day 2026-11-02: earned_points is 551, not 550

            a deleted day's roll-up: roll_up_must_match_entries
              DELETE FROM shop_day WHERE shop_id = 'bookshop'
              → shop bookshop, shop_day 2026-11-02: earned_points is 0, not 20

            the members of a tier: tier_count_must_match_members
              UPDATE tier_count SET member_count = 9 WHERE shop_id = 'bakery' AND tier_key = 'silver'
              → shop bakery, tier_count silver: member_count is 9, not 0

            a deleted seal: seals_must_be_gap_free
              DELETE FROM seal WHERE shop_id = 'bakery' AND number = 1
              → shop bakery, seal 1: is missing

            the balance of a seal: seal_hash_must_fit_content
              UPDATE seal SET balance_points = 0 WHERE shop_id = 'bakery' AND number = 1
              → shop bakery, seal 1: hash does not fit its content

            a seal that covers less than the one before: seal_hash_must_fit_content
              UPDATE seal SET covers_before_at = covers_before_at - 999999999 WHERE shop_id = 'bakery' AND number = 2
              → shop bakery, seal 2: hash does not fit its content

            a member with all rows: seal_must_match_entries
              DELETE FROM member OF mia;
              DELETE FROM entry OF mia
              → shop bakery, seal 2: member_count is 1, not 0

            the time an entry was recorded at: seal_must_match_entries
              UPDATE entry SET recorded_at = recorded_at + 864000000 OF mia AND sequence = 8
              → shop bakery, seal 2: entry_count is 8, not 7

            a kind that is none: row_must_be_readable
              UPDATE entry SET kind = 'gift' OF mia AND sequence = 7
              → shop bakery, member mia, entry 7: gift is no EntryKind

            a time that is none: row_must_be_readable
              UPDATE lot SET earned_at = 9223372036854775807 OF mia AND sequence = 7
              → shop bakery, member mia, lot 7: 9223372036854775807 is no time

            lines that are none: row_must_be_readable
              UPDATE order_state SET lines = '[1' WHERE order_id = 'A-1'
              → shop bakery, member mia, order A-1

            a deleted member: member_must_exist
              DELETE FROM member OF juma
              → shop bakery, member juma: is missing, but other rows name it

            a deleted shop: shop_must_exist
              DELETE FROM shop WHERE shop_id = 'bakery'
              → shop bakery: is missing

            a time zone that is none: row_must_be_readable
              UPDATE shop SET time_zone = 'Moon' WHERE shop_id = 'bakery'
              → shop bakery: time_zone must be an IANA time zone, such as Africa/Nairobi.

            a deleted version of a program: versions_must_be_gap_free
              DELETE FROM program_version WHERE shop_id = 'bakery' AND number = 1
              → shop bakery, program_version 1: is missing

            an order under a version that is not there: row_must_be_readable
              UPDATE order_state SET terms_version = 7 WHERE order_id = 'A-1'
              → shop bakery, member mia, order A-1: its program version 7 is missing

            settings of a program: lot_must_keep_terms
              UPDATE program_version SET settings = REPLACE(settings, '"pending_days":0', '"pending_days":3')
              → shop bakery, member mia, lot 1: available_at is 2026-11-02T12:00:00Z, not 2026-11-05T12:00:00Z

            settings out of all limits: row_must_be_readable
              UPDATE program_version SET settings = REPLACE(settings, '"grace_days":0', '"grace_days":99999')
              → shop bakery, program_version 1: a number is out of all limits
            """)
        + told(
            in: .lapses,
            """
            a balance, seen from the reports: reports_must_reconcile
              UPDATE member SET balance_points = 51 OF mia
              → shop bakery: the closing balance of its days is 50, not 51
            """)
}
