// The tables that a delivered order touches, and the statements it takes, word for word those of Sources/Storage.
//
// Keep this file in step with Sources/Storage/Migrations and with what Operations/RecordOrder makes of the stores; the
// kit compares rows and columns before it measures. Left out on purpose, which makes the reference faster and the
// target harder: reading the shop and its program, the same for every order here; and changes of tier, of which
// these orders have few.
#pragma once

static const char schema[] =
    "BEGIN;"
    "CREATE TABLE customer (customer_id TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL,"
    "  folded_name TEXT NOT NULL, email TEXT, phone TEXT,"
    "  birthday_on BIGINT) WITHOUT ROWID;"
    "CREATE INDEX customer_by_birthday ON customer (birthday_on) WHERE birthday_on IS NOT NULL;"
    "CREATE TABLE member (shop_id TEXT NOT NULL, customer_id TEXT NOT NULL, joined_at BIGINT NOT NULL,"
    "  joined_on BIGINT NOT NULL, referral_code TEXT NOT NULL, tier_key TEXT NOT NULL, sequence BIGINT NOT NULL,"
    "  balance_points BIGINT NOT NULL, held_points BIGINT NOT NULL, earned_points BIGINT NOT NULL,"
    "  redeemed_points BIGINT NOT NULL, expired_points BIGINT NOT NULL, order_count BIGINT NOT NULL,"
    "  tier_change_count BIGINT NOT NULL, last_activity_at BIGINT NOT NULL, due_on BIGINT, referral_id TEXT,"
    "  granted_tier_key TEXT, granted_on BIGINT, granted_through_on BIGINT, left_at BIGINT,"
    "  PRIMARY KEY (shop_id, customer_id)) WITHOUT ROWID;"
    "CREATE INDEX member_by_customer ON member (customer_id, shop_id);"
    "CREATE UNIQUE INDEX member_by_referral_code ON member (shop_id, referral_code);"
    "CREATE INDEX member_by_earned ON member (shop_id, earned_points);"
    "CREATE INDEX member_by_activity ON member (shop_id, last_activity_at);"
    "CREATE INDEX member_by_grant ON member (shop_id, granted_tier_key) WHERE granted_tier_key IS NOT NULL;"
    "CREATE INDEX member_by_due ON member (shop_id, due_on) WHERE due_on IS NOT NULL;"
    "CREATE INDEX member_by_debt ON member (shop_id, balance_points) WHERE balance_points < 0;"
    "CREATE INDEX member_by_code ON member (referral_code);"
    "CREATE INDEX member_by_leaving ON member (shop_id, last_activity_at) WHERE left_at IS NOT NULL;"
    "CREATE TABLE order_state (shop_id TEXT NOT NULL, order_id TEXT NOT NULL, customer_id TEXT NOT NULL,"
    "  status TEXT NOT NULL, revision BIGINT, total_amount BIGINT NOT NULL, shipping_amount BIGINT NOT NULL,"
    "  tax_amount BIGINT NOT NULL, refunded_amount BIGINT NOT NULL, placed_at BIGINT, updated_at BIGINT,"
    "  delivered_at BIGINT, lines TEXT, terms_version BIGINT, terms_tier_key TEXT, terms_multiplier BIGINT,"
    "  posted_points BIGINT NOT NULL, shortfall_points BIGINT NOT NULL, spending_amount BIGINT NOT NULL,"
    "  spending_on BIGINT NOT NULL, is_counted BIGINT NOT NULL, currency TEXT, exchange_rate TEXT,"
    "  PRIMARY KEY (shop_id, order_id));"
    "CREATE INDEX order_by_customer ON order_state (shop_id, customer_id);"
    "CREATE TABLE guest_order (shop_id TEXT NOT NULL, order_id TEXT NOT NULL, document TEXT NOT NULL,"
    "  received_at BIGINT NOT NULL, PRIMARY KEY (shop_id, order_id));"
    "CREATE TABLE spending_day (shop_id TEXT NOT NULL, customer_id TEXT NOT NULL, spent_on BIGINT NOT NULL,"
    "  amount BIGINT NOT NULL, PRIMARY KEY (shop_id, customer_id, spent_on)) WITHOUT ROWID;"
    "CREATE TABLE entry (shop_id TEXT NOT NULL, customer_id TEXT NOT NULL, sequence BIGINT NOT NULL,"
    "  kind TEXT NOT NULL, points BIGINT NOT NULL, balance_after BIGINT NOT NULL, reference TEXT NOT NULL,"
    "  description TEXT NOT NULL, actor TEXT NOT NULL, occurred_at BIGINT NOT NULL, occurred_on BIGINT NOT NULL,"
    "  recorded_at BIGINT NOT NULL, program_version BIGINT, hash BLOB NOT NULL, basis_amount BIGINT,"
    "  PRIMARY KEY (shop_id, customer_id, sequence)) WITHOUT ROWID;"
    "CREATE TRIGGER entry_refuses_update BEFORE UPDATE ON entry"
    "  BEGIN SELECT RAISE(ABORT, 'entry is append-only'); END;"
    "CREATE TRIGGER entry_refuses_delete BEFORE DELETE ON entry"
    "  BEGIN SELECT RAISE(ABORT, 'entry is append-only'); END;"
    "CREATE TABLE lot (shop_id TEXT NOT NULL, customer_id TEXT NOT NULL, sequence BIGINT NOT NULL, order_id TEXT,"
    "  earned_at BIGINT NOT NULL, available_at BIGINT NOT NULL, expires_on BIGINT, points BIGINT NOT NULL,"
    "  remaining_points BIGINT NOT NULL CHECK (remaining_points >= 0), idle_days BIGINT,"
    "  PRIMARY KEY (shop_id, customer_id, sequence)) WITHOUT ROWID;"
    "CREATE TABLE shop_day (shop_id TEXT NOT NULL, booked_on BIGINT NOT NULL, earned_points BIGINT NOT NULL,"
    "  redeemed_points BIGINT NOT NULL, expired_points BIGINT NOT NULL, adjusted_points BIGINT NOT NULL,"
    "  reversed_points BIGINT NOT NULL, returned_points BIGINT NOT NULL,"
    "  PRIMARY KEY (shop_id, booked_on)) WITHOUT ROWID;"
    "CREATE TABLE tier_count (shop_id TEXT NOT NULL, tier_key TEXT NOT NULL, member_count BIGINT NOT NULL,"
    "  PRIMARY KEY (shop_id, tier_key)) WITHOUT ROWID;"
    "CREATE TABLE shop_upkeep (shop_id TEXT PRIMARY KEY NOT NULL, birthdays_through_on BIGINT,"
    "  closed_before_at BIGINT, review_from TEXT) WITHOUT ROWID;"
    "COMMIT;";

// In the order in which an order needs them.
typedef enum {
    BEGIN, SELECT_ORDER, SELECT_GUEST_ORDER, SELECT_MEMBER, SELECT_SPENDING, SELECT_REFERRAL_CODE,
    SELECT_CHAIN_END, SELECT_CLOSING, INSERT_ENTRY, INSERT_LOT, ADD_SHOP_DAY, LEARN_CUSTOMER, INSERT_ORDER,
    ADD_SPENDING, UPDATE_MEMBER, INSERT_MEMBER, COUNT_TIER, COMMIT, STATEMENTS,
} statement;

static const char *const statement_text[STATEMENTS] = {
    [BEGIN] = "BEGIN IMMEDIATE",
    [SELECT_ORDER] =
        "SELECT customer_id, currency, exchange_rate, status, revision, total_amount, shipping_amount, tax_amount,"
        "  refunded_amount, placed_at, updated_at, delivered_at, lines, terms_version, terms_tier_key,"
        "  terms_multiplier, posted_points, shortfall_points, spending_amount, spending_on, is_counted "
        "FROM order_state WHERE shop_id = ?1 AND order_id = ?2",
    [SELECT_GUEST_ORDER] = "SELECT document FROM guest_order WHERE shop_id = ?1 AND order_id = ?2",
    [SELECT_MEMBER] =
        "SELECT joined_at, joined_on, referral_code, tier_key, sequence, balance_points, held_points, earned_points,"
        "  redeemed_points, expired_points, order_count, tier_change_count, last_activity_at, due_on, referral_id,"
        "  granted_tier_key, granted_on, granted_through_on, left_at "
        "FROM member WHERE shop_id = ?1 AND customer_id = ?2",
    [SELECT_SPENDING] =
        "SELECT spent_on, amount FROM spending_day WHERE shop_id = ?1 AND customer_id = ?2 ORDER BY spent_on",
    [SELECT_REFERRAL_CODE] = "SELECT 1 FROM member WHERE shop_id = ?1 AND referral_code = ?2",
    [LEARN_CUSTOMER] =
        "INSERT INTO customer (customer_id, name, folded_name, email, phone, birthday_on) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6) "
        "ON CONFLICT (customer_id) DO UPDATE SET"
        "  name = CASE WHEN excluded.name = '' THEN customer.name ELSE excluded.name END,"
        "  folded_name = CASE WHEN excluded.name = '' THEN customer.folded_name ELSE excluded.folded_name END,"
        "  email = COALESCE(excluded.email, customer.email), phone = COALESCE(excluded.phone, customer.phone),"
        "  birthday_on = COALESCE(excluded.birthday_on, customer.birthday_on)",
    [INSERT_ORDER] =
        "INSERT INTO order_state (shop_id, order_id, customer_id, currency, exchange_rate, status, revision,"
        "  total_amount, shipping_amount, tax_amount, refunded_amount, placed_at, updated_at, delivered_at, lines,"
        "  terms_version, terms_tier_key, terms_multiplier, posted_points, shortfall_points, spending_amount,"
        "  spending_on, is_counted) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22,"
        "  ?23) "
        "ON CONFLICT (shop_id, order_id) DO UPDATE SET"
        "  currency = excluded.currency, exchange_rate = excluded.exchange_rate, status = excluded.status,"
        "  revision = excluded.revision, total_amount = excluded.total_amount,"
        "  shipping_amount = excluded.shipping_amount, tax_amount = excluded.tax_amount,"
        "  refunded_amount = excluded.refunded_amount, placed_at = excluded.placed_at,"
        "  updated_at = excluded.updated_at, delivered_at = excluded.delivered_at, lines = excluded.lines,"
        "  terms_version = excluded.terms_version, terms_tier_key = excluded.terms_tier_key,"
        "  terms_multiplier = excluded.terms_multiplier, posted_points = excluded.posted_points,"
        "  shortfall_points = excluded.shortfall_points, spending_amount = excluded.spending_amount,"
        "  spending_on = excluded.spending_on, is_counted = excluded.is_counted",
    [SELECT_CHAIN_END] =
        "SELECT sequence, hash, (SELECT closed_before_at FROM shop_upkeep WHERE shop_id = ?1) "
        "FROM entry WHERE shop_id = ?2 AND customer_id = ?3 ORDER BY sequence DESC LIMIT 1",
    [SELECT_CLOSING] = "SELECT closed_before_at FROM shop_upkeep WHERE shop_id = ?1",
    [INSERT_ENTRY] =
        "INSERT INTO entry (shop_id, customer_id, sequence, kind, points, balance_after, reference, description,"
        "  actor, occurred_at, occurred_on, recorded_at, program_version, basis_amount, hash) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)",
    [INSERT_LOT] =
        "INSERT INTO lot (shop_id, customer_id, sequence, order_id, earned_at, available_at, expires_on, idle_days,"
        "  points, remaining_points) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
    [ADD_SHOP_DAY] =
        "INSERT INTO shop_day (shop_id, booked_on, earned_points, redeemed_points, expired_points, adjusted_points,"
        "  reversed_points, returned_points) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) "
        "ON CONFLICT (shop_id, booked_on) DO UPDATE SET"
        "  earned_points = shop_day.earned_points + excluded.earned_points,"
        "  redeemed_points = shop_day.redeemed_points + excluded.redeemed_points,"
        "  expired_points = shop_day.expired_points + excluded.expired_points,"
        "  adjusted_points = shop_day.adjusted_points + excluded.adjusted_points,"
        "  reversed_points = shop_day.reversed_points + excluded.reversed_points,"
        "  returned_points = shop_day.returned_points + excluded.returned_points",
    [ADD_SPENDING] =
        "INSERT INTO spending_day (shop_id, customer_id, spent_on, amount) VALUES (?1, ?2, ?3, ?4) "
        "ON CONFLICT (shop_id, customer_id, spent_on) DO UPDATE SET amount = spending_day.amount + excluded.amount",
    [UPDATE_MEMBER] =
        "UPDATE member SET tier_key = ?1, sequence = ?2, balance_points = ?3, held_points = ?4, earned_points = ?5,"
        "  redeemed_points = ?6, expired_points = ?7, order_count = ?8, tier_change_count = ?9, last_activity_at = ?10,"
        "  due_on = ?11, referral_id = ?12, granted_tier_key = ?13, granted_on = ?14, granted_through_on = ?15,"
        "  left_at = ?16 WHERE shop_id = ?17 AND customer_id = ?18",
    [INSERT_MEMBER] =
        "INSERT INTO member (shop_id, customer_id, joined_at, joined_on, referral_code, tier_key, sequence,"
        "  balance_points, held_points, earned_points, redeemed_points, expired_points, order_count,"
        "  tier_change_count, last_activity_at, due_on, referral_id, granted_tier_key, granted_on,"
        "  granted_through_on, left_at) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21)",
    [COUNT_TIER] =
        "INSERT INTO tier_count (shop_id, tier_key, member_count) VALUES (?1, ?2, ?3) "
        "ON CONFLICT (shop_id, tier_key) DO UPDATE SET member_count = tier_count.member_count + excluded.member_count",
    [COMMIT] = "COMMIT",
};
