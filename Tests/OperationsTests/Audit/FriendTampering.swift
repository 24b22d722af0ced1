import Loyalty

extension Tampering {
    /// Referrals, bonuses, tiers given by hand, and orders of guests.
    static let friends = told(
        in: .friends,
        """
        what a referrer was paid: referral_must_match_entries
          UPDATE referral SET referrer_posted_points = 90 WHERE referee_id = 'juma'
          → shop bakery, member mia, referral F-juma: referrer_posted_points is 90, not 100

        what a referee was paid: referral_must_match_entries
          UPDATE referral SET referee_posted_points = 0 WHERE referee_id = 'juma'
          → shop bakery, member juma, referral F-juma: referee_posted_points is 0, not 50

        the lot of a payment: referral_must_match_entries
          UPDATE referral SET referee_lot_sequence = 1 WHERE referee_id = 'juma'
          → shop bakery, member juma, referral F-juma: referee_lot_sequence is 1, not 2

        a payment of one side alone: referral_must_be_deserved
          UPDATE referral SET referrer_posted_points = 0 WHERE referee_id = 'juma'
          → shop bakery, member juma, referral F-juma: referrer_posted_points less referrer_shortfall_points is 0

        a deleted referral: entry_must_name_referral
          DELETE FROM referral WHERE referee_id = 'juma'
          → shop bakery, member mia, entry 2: its referral F-juma is missing

        a referral that nobody has earned: referral_state_must_fit
          UPDATE referral SET state = 'paid' WHERE referee_id = 'wanja'
          → shop bakery, member wanja, referral F-wanja: state is paid, not pending

        a referral that was earned, and waits: referral_state_must_fit
          UPDATE referral SET state = 'pending' WHERE referee_id = 'juma'
          → shop bakery, member juma, referral F-juma: state is pending, not paid

        points for a referral that waits: referral_must_be_deserved
          UPDATE referral SET state = 'pending' WHERE referee_id = 'juma'
          → shop bakery, member juma, referral F-juma: referrer_posted_points less referrer_shortfall_points is 100

        the first order of a referral: referral_state_must_fit
          UPDATE referral SET first_order_id = 'B-9' WHERE referee_id = 'juma'
          → shop bakery, member juma, referral F-juma: first_order_id is B-9, not B-1

        an order that makes a referral earned: referral_state_must_fit
          UPDATE order_state SET is_counted = 1, spending_amount = 4000 WHERE order_id = 'W-1'
          → shop bakery, member wanja, referral F-wanja: first_order_id is none, not W-1

        a blocked referral that nobody has released: referral_state_must_fit
          UPDATE referral SET state = 'rejected' WHERE referee_id = 'amina'
          → shop bakery, member amina, referral F-amina: was rejected by nobody

        a blocked referral without a reason: referral_state_must_fit
          UPDATE referral SET block_reason = NULL WHERE referee_id = 'amina'
          → shop bakery, member amina, referral F-amina: is blocked without a reason

        a state that is none: row_must_be_readable
          UPDATE referral SET state = 'lost' WHERE referee_id = 'amina'
          → shop bakery, member amina, referral F-amina: lost is no ReferralState

        two live referrals of one: referee_must_have_one_referral
          INSERT INTO referral
          SELECT shop_id, 'zzz', 'amina', referee_id, claimed_at, NULL, terms_version, 'pending', NULL, NULL, NULL,
            0, 0, NULL, 0, 0, NULL, changed_at, NULL, NULL
          FROM referral WHERE referee_id = 'wanja'
          → shop bakery, member wanja, referral zzz: is live beside F-wanja

        the live referral of a member: referee_must_have_one_referral
          UPDATE member SET referral_id = NULL OF juma
          → shop bakery, member juma: referral_id is none, not F-juma

        an invitation to oneself: referral_must_not_be_ones_own
          UPDATE referral SET referrer_id = 'juma' WHERE referee_id = 'juma'
          → shop bakery, member juma, referral F-juma: juma invited themselves

        a circle of three: referral_must_not_go_in_a_circle
          UPDATE referral SET referrer_id = 'wanja', referee_id = 'mia', state = 'pending', block_reason = NULL
          WHERE referee_id = 'amina'
          → shop bakery, member juma, referral F-juma: juma invited who invited them, over others

        what a review gave: bonus_must_be_of_version
          UPDATE bonus SET points = 12 OF mia AND reference = 'R-1'
          → shop bakery, member mia, bonus review R-1: points is 12, not 10

        a third review in a week: bonus_must_keep_limit
          INSERT INTO bonus (shop_id, customer_id, event_key, reference, occurred_on, entry_sequence, points)
          SELECT shop_id, customer_id, event_key, 'R-3', occurred_on, 5, 10 FROM bonus OF mia AND reference = 'R-2'
          → shop bakery, member mia, bonus review R-3: it was given before, as often as it may be

        an order of a guest in a shop that is none: shop_must_exist
          UPDATE guest_order SET shop_id = 'nowhere'
          → shop nowhere: is missing

        a tier given by hand that ends before it begins: grant_must_be_possible
          UPDATE member SET granted_through_on = granted_on - 1 OF wanja
          → shop bakery, member wanja: granted_through_on is 2026-11-01, before 2026-11-02

        a tier given by hand for longer than can be: grant_must_be_possible
          UPDATE member SET granted_through_on = granted_on + 2000 OF wanja
          → shop bakery, member wanja: granted_through_on is 2032-04-24, after 2031-11-03

        a tier given by hand until a day beyond all centuries: row_must_be_readable
          UPDATE member SET granted_through_on = 2147483647 OF wanja
          → shop bakery, member wanja, member: 2147483647 is no day

        a tier given by hand that the program has not: grant_must_be_possible
          UPDATE member SET granted_tier_key = 'diamond' OF wanja
          → shop bakery, member wanja: granted_tier_key is diamond, which the program has not

        a better tier given by hand: tier_must_follow_spending
          UPDATE member SET granted_tier_key = 'gold' OF wanja
          → shop bakery, member wanja: tier_key is silver, not gold

        the day on which a tier given by hand ends: due_day_must_not_be_late
          UPDATE member SET due_on = NULL OF wanja
          → shop bakery, member wanja: due_on is none, but a tier given by hand ends after 2026-12-31

        a guest's order that is a member's as well: guest_order_must_have_no_member
          UPDATE guest_order SET order_id = 'B-1'
          → shop bakery, guest_order B-1: it is an order of juma too

        a guest's order that is cut off: row_must_be_readable
          UPDATE guest_order SET document = SUBSTR(document, 1, 40)
          → shop bakery, guest_order G-1

        a guest's order that could not be: order_must_be_possible
          UPDATE guest_order SET document = REPLACE(document, '"refunded_amount":0', '"refunded_amount":99')
          → shop bakery, guest_order G-1: refunded_amount and the refunds of the lines must not exceed
        """)
}
