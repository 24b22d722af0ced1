/// Ways to what only pages look up: a member by the code of an invitation alone, and all that is kept of a customer.
enum PageIndexes {
    static let statements = [
        "CREATE INDEX member_by_code ON member (referral_code)",
        "CREATE INDEX hold_by_member ON hold (shop_id, customer_id)",
        "CREATE INDEX audit_by_subject ON audit_log (shop_id, subject)",
    ]
}
