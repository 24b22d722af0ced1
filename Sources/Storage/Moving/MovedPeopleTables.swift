extension MovedTable {
    /// By which key the redemption codes were made; never that key itself.
    public static let codeKey = MovedTable("code_key", keyCount: 1, [.bytes("fingerprint")])

    /// Who people are and how they sign in, who is signed in, and who has guessed at passwords and codes.
    static let peopleTables = [
        MovedTable(
            "customer", keyCount: 1,
            [
                .text("customer_id"), .text("name"), .text("folded_name"), .optionalText("email"),
                .optionalText("phone"), .optionalInteger("birthday_on"),
            ]),
        MovedTable(
            "account", keyCount: 1,
            [
                .text("customer_id"), .text("username"), .bytes("password_salt"), .bytes("password_hash"),
                .integer("password_rounds"), .integer("changed_at"),
            ]),
        MovedTable(
            "session", keyCount: 1,
            [.bytes("secret_hash"), .text("customer_id"), .integer("opened_at"), .integer("ends_at")]),
        MovedTable(
            "attempt_window", keyCount: 1, [.integer("slot"), .integer("attempt_count"), .integer("ends_at")]),
    ]
}
