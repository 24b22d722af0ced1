/// Ways to what pages look up: a member by the code of an invitation alone, and all that is kept of a customer.
///
/// What is read of one member has an index whose first columns are the shop and the member, and whose next one is what
/// it is sorted or limited by. Else SQLite, which takes a shop for small, goes through the whole shop.
enum PageIndexes {
    static let statements = [
        "CREATE INDEX member_by_code ON member (referral_code)",
        "CREATE INDEX hold_by_member ON hold (shop_id, customer_id, hold_id)",
        "DROP INDEX hold_by_customer",
        "CREATE INDEX hold_unended ON hold (shop_id, customer_id, expires_at) WHERE ended_at IS NULL",
        "CREATE INDEX redemption_by_member ON redemption (shop_id, customer_id, redemption_id)",
        "DROP INDEX redemption_by_customer",
        "CREATE INDEX redemption_unended ON redemption (shop_id, customer_id, expires_at) "
            + "WHERE used_at IS NULL AND cancelled_at IS NULL AND expired_at IS NULL",
    ]
}
