/// The shapes of shops, customers and what is kept about running a shop.
enum ShopShapes {
    static let shopEdit = Schema.object([
        .required("name", .text(max: 300)), .required("owner_id", .id), .required("currency", .text(max: 3)),
        .required("time_zone", .text(max: 64)), .optional("logo_url", .nullable(.text(max: 2_000))),
    ])
    static let shop = Schema.named(
        "Shop",
        .object([
            .required("id", .id), .required("name", .text(max: 300)), .required("owner_id", .id),
            .required("currency", .text()), .required("time_zone", .text()),
            .required("logo_url", .nullable(.text())), .required("accent", .nullable(.text())),
        ]))
    static let customerEdit = Schema.object([
        .required("name", .text(max: 300)), .optional("email", .nullable(.text(max: 320))),
        .optional("phone", .nullable(.text(max: 40))), .optional("birthday", .nullable(.day)),
    ])
    static let customer = Schema.named(
        "Customer",
        .object([
            .required("id", .id), .required("name", .text()), .required("email", .nullable(.text())),
            .required("phone", .nullable(.text())), .required("birthday", .nullable(.day)),
        ]))
    static let act = Schema.named(
        "Act",
        .object([
            .required("id", .text()), .required("at", .time), .required("actor", .text()),
            .required("action", .text()), .required("subject", .text()), .required("before", .any([])),
            .required("after", .any([])),
        ]))
    static let seal = Schema.named(
        "Seal",
        .object([
            .required("number", .integer), .required("day", .day), .required("covers_before", .time),
            .required("sealed_at", .time), .required("member_count", .integer), .required("entry_count", .integer),
            .required("balance", .integer), .required("members_hash", .text()), .required("hash", .text()),
        ]))
    static let event = Schema.named(
        "ActivityEvent",
        .object([
            .required("kind", .text()), .required("shop_id", .id), .required("customer_id", .nullable(.id)),
            .required("at", .time), .required("points", .integer), .required("balance", .integer),
            .required("current_tier", .text()), .required("reference", .text()),
        ]))
}
