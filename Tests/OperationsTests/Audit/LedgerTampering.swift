import Loyalty

extension Tampering {
    /// Entries, lots, and the figures of members.
    static let ledger =
        told(
            in: .everyday,
            """
            points of an entry: hash_must_fit_content
              UPDATE entry SET points = 301 OF mia AND sequence = 1
              → shop bakery, member mia, entry 1: hash does not fit its content

            its points, once more: balance_after_must_follow
              UPDATE entry SET points = 301 OF mia AND sequence = 1
              → shop bakery, member mia, entry 1: balance_after is 300, not 301

            one byte of a description: hash_must_fit_content
              UPDATE entry SET description = 'Order A-3' OF mia AND sequence = 2
              → shop bakery, member mia, entry 2: hash does not fit its content

            the actor of an entry: hash_must_fit_content
              UPDATE entry SET actor = 'ben' OF mia AND sequence = 7
              → shop bakery, member mia, entry 7: hash does not fit its content

            the reference of an entry: entry_must_name_order
              UPDATE entry SET reference = 'A-9' OF mia AND sequence = 8
              → shop bakery, member mia, entry 8: its order A-9 is missing

            the kind of an entry: hash_must_fit_content
              UPDATE entry SET kind = 'earned_bonus' OF mia AND sequence = 7
              → shop bakery, member mia, entry 7: hash does not fit its content

            occurred_at of an entry: hash_must_fit_content
              UPDATE entry SET occurred_at = occurred_at + 1 OF mia AND sequence = 4
              → shop bakery, member mia, entry 4: hash does not fit its content

            recorded_at of an entry: hash_must_fit_content
              UPDATE entry SET recorded_at = recorded_at - 1 OF mia AND sequence = 9
              → shop bakery, member mia, entry 9: hash does not fit its content

            the program version of an entry: hash_must_fit_content
              UPDATE entry SET program_version = NULL OF mia AND sequence = 1
              → shop bakery, member mia, entry 1: hash does not fit its content

            the hash of an entry: hash_must_fit_content
              UPDATE entry SET hash = zeroblob(32) OF mia AND sequence = 3
              → shop bakery, member mia, entry 3: hash does not fit its content

            the day of an entry: entry_day_must_fit_time
              UPDATE entry SET occurred_on = occurred_on + 40 OF mia AND sequence = 6
              → shop bakery, member mia, entry 6: occurred_on is no day of its occurred_at

            the balance after a redemption: debt_must_come_from_reversal
              UPDATE entry SET balance_after = -5 OF mia AND sequence = 6
              → shop bakery, member mia, entry 6: takes more than there was

            a deleted entry in the middle: entries_must_be_gap_free
              DELETE FROM entry OF mia AND sequence = 5
              → shop bakery, member mia, entry 5: is missing

            a deleted last entry: entries_must_be_gap_free
              DELETE FROM entry OF mia AND sequence = 9
              → shop bakery, member mia, entry 9: is missing

            a deleted last entry, hidden on the member's row: posted_must_match_entries
              DELETE FROM entry OF mia AND sequence = 9;
              UPDATE member SET sequence = 8, balance_points = 370, earned_points = 450 OF mia
              → shop bakery, member mia, order A-4: posted_points is 20, not 0

            two entries that changed places: hash_must_fit_content
              UPDATE entry SET sequence = -1 OF mia AND sequence = 1;
              UPDATE entry SET sequence = 1 OF mia AND sequence = 2;
              UPDATE entry SET sequence = 2 OF mia AND sequence = -1
              → shop bakery, member mia, entry 1: hash does not fit its content

            all entries of a member: entries_must_be_gap_free
              DELETE FROM entry OF juma
              → shop bakery, member juma, entry 1: is missing

            what remains in a lot: lot_must_add_up
              UPDATE lot SET remaining_points = remaining_points + 10 OF mia AND sequence = 2
              → shop bakery, member mia, lot 2: remaining_points is 160, not 150

            what remains, against the balance: lots_must_cover_balance
              UPDATE lot SET remaining_points = 0 OF mia AND sequence = 2
              → shop bakery, member mia: the sum of its lots is 240, not 390

            the points of a lot: lot_must_have_credit
              UPDATE lot SET points = 21, remaining_points = 21 OF mia AND sequence = 7
              → shop bakery, member mia, lot 7: points is 21, not 20

            a deleted lot: credit_must_have_lot
              DELETE FROM lot OF mia AND sequence = 7
              → shop bakery, member mia, entry 7: its lot is missing

            the life of a lot: lot_must_keep_terms
              UPDATE lot SET expires_on = NULL OF mia AND sequence = 7
              → shop bakery, member mia, lot 7: expires_on is none, not 2027-11-03

            when a lot can be spent: lot_must_keep_terms
              UPDATE lot SET available_at = available_at - 86400000 OF mia AND sequence = 1
              → shop bakery, member mia, lot 1: available_at is 2026-11-01T12:00:00Z, not 2026-11-02T12:00:00Z

            a use of a lot taken away: uses_must_match_entry
              DELETE FROM lot_use OF mia AND entry_sequence = 3
              → shop bakery, member mia, entry 3: what it took from lots is 0, not 50

            a use of a lot that is not there: use_must_name_lot
              UPDATE lot_use SET lot_sequence = 99 OF mia AND entry_sequence = 3
              → shop bakery, member mia, lot_use 3/99: its lot is missing

            a use by an entry that is not there: use_must_name_entry
              UPDATE lot_use SET entry_sequence = 99 OF mia AND entry_sequence = 3
              → shop bakery, member mia, lot_use 99/1: its entry is missing

            a balance: balance_must_match_entries
              UPDATE member SET balance_points = 1390 OF mia
              → shop bakery, member mia: balance_points is 1390, not 390

            what was earned: earned_must_match_entries
              UPDATE member SET earned_points = 1 OF mia
              → shop bakery, member mia: earned_points is 1, not 470

            what was redeemed: redeemed_must_match_entries
              UPDATE member SET redeemed_points = 50 OF mia
              → shop bakery, member mia: redeemed_points is 50, not 100

            what has expired: expired_must_match_entries
              UPDATE member SET expired_points = 7 OF juma
              → shop bakery, member juma: expired_points is 7, not 0

            what is held: held_must_match_holds
              UPDATE member SET held_points = 10 OF mia
              → shop bakery, member mia: held_points is 10, not 0

            the number of the last entry: sequence_must_match_entries
              UPDATE member SET sequence = 8 OF mia
              → shop bakery, member mia: sequence is 8, not 9
            """)
        + told(
            in: .lapses,
            """
            what was taken of a hold: confirmed_hold_must_have_entry
              UPDATE hold SET confirmed_points = 25
              → shop bakery, member mia, hold 

            a hold that ended in part: row_must_be_readable
              UPDATE hold SET outcome = NULL
              → shop bakery, member mia, hold 

            a deleted bonus: entry_must_name_bonus
              DELETE FROM bonus
              → shop bakery, member mia, entry 1: its bonus signup is missing

            the points of a bonus: bonus_must_have_entry
              UPDATE bonus SET points = 11
              → shop bakery, member mia, bonus signup signup: points is 11, not 10

            the day of a bonus: bonus_must_have_entry
              UPDATE bonus SET occurred_on = occurred_on - 40
              → shop bakery, member mia, bonus signup signup: occurred_on is 2026-09-23, not 2026-11-02

            a second bonus for joining: bonus_must_keep_limit
              INSERT INTO bonus (shop_id, customer_id, event_key, reference, occurred_on, entry_sequence, points)
              VALUES ('bakery', 'mia', 'signup', 'again', 20760, 2, 100)
              → shop bakery, member mia, bonus signup again: it was given before

            deleted warnings: lapse_must_follow_warning
              DELETE FROM expiry_warning
              → shop bakery, member mia, entry 4: lapsed without a warning

            the last day of a lot that lapsed: lapse_must_fit_lots
              UPDATE lot SET expires_on = expires_on + 1 OF mia AND sequence = 2
              → shop bakery, member mia, entry 4: lot 2 is good through 2026-12-13

            when a lapse was recorded: lapse_must_not_come_early
              UPDATE entry SET recorded_at = recorded_at - 1728000000 OF mia AND sequence = 4
              → shop bakery, member mia, entry 4: lapsed before the end of 2026-12-12

            a reversal after which no lapse is undone: lapse_must_fit_lots
              DELETE FROM entry OF mia AND sequence = 7;
              UPDATE member SET sequence = 6, balance_points = 80, earned_points = 160 OF mia
              → shop bakery, member mia, entry 6: no reversal takes what it brings back

            whose lapse was undone: lapse_must_fit_lots
              UPDATE entry SET reference = 'A-2' OF mia AND sequence = 6
              → shop bakery, member mia, entry 6: no reversal takes what it brings back

            how much of a lapse was undone: lapse_must_fit_lots
              UPDATE entry SET points = 31 OF mia AND sequence = 6
              → shop bakery, member mia, entry 6: no reversal takes what it brings back

            a lapse that was undone: lapse_must_fit_lots
              DELETE FROM lot_use OF mia AND entry_sequence = 4
              → shop bakery, member mia, entry 6: brings back more than had lapsed for A-1

            a day on which something is due: due_day_must_not_be_late
              UPDATE member SET due_on = NULL OF mia
              → shop bakery, member mia, lot 5: due_on is none, but it lapses after 2027-01-31

            what of an order earned: posted_must_fit_basis
              UPDATE entry SET basis_amount = 9000 OF mia AND sequence = 2
              → shop bakery, member mia, entry 2: what its order has posted is 100, not 90
            """)
}
