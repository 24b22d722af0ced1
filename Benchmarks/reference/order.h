// One delivered order, from reading what is held to the last write; the decision between them is kept trivial.
#pragma once

#include <inttypes.h>

#include "../load/template.h"
#include "database.h"

static const char SHOP[] = "bench", ACTOR[] = "platform", KIND[] = "earned_purchase", TIER[] = "bronze";
enum { TOTAL = 1999, POINTS = 19, ONE = 10000, EXPIRY_DAYS = 365, WARNING_DAYS = 30, PROGRAM_VERSION = 1 };
static const int64_t DAY_MILLISECONDS = 86400000;

typedef struct {
    char order[32], customer[32], name[32], description[40];
    int64_t occurred_at, occurred_on, recorded_at;
    // of the member
    bool is_new;
    char code[9];
    int64_t sequence, balance, held, earned, redeemed, expired, orders, tier_changes, due_on;
} order;

static void order_name(order *o, uint64_t n, uint64_t members, int64_t occurred_at, int64_t recorded_at) {
    uint64_t member = member_of_order(n, members);
    snprintf(o->order, sizeof o->order, "o%" PRIu64, n);
    snprintf(o->customer, sizeof o->customer, "m%" PRIu64, member);
    snprintf(o->name, sizeof o->name, "Member %" PRIu64, member);
    snprintf(o->description, sizeof o->description, "Order o%" PRIu64, n);
    o->occurred_at = occurred_at;
    o->occurred_on = occurred_at / DAY_MILLISECONDS;
    o->recorded_at = recorded_at;
    o->is_new = false;
    o->sequence = o->balance = o->held = o->earned = o->redeemed = o->expired = o->orders = o->tier_changes = 0;
    o->due_on = INT64_MAX;
    memset(o->code, 0, sizeof o->code);
}

// What the tier is decided by.
static int64_t order_read_spending(const order *o) {
    int64_t sum = 0;
    for (bool row = run(SELECT_SPENDING, "tt", SHOP, o->customer); row; row = next(SELECT_SPENDING))
        sum += sqlite3_column_int64(prepared[SELECT_SPENDING], 1);
    done(SELECT_SPENDING);
    return sum;
}

static void order_enrol(order *o) {
    uint64_t number = strtoull(o->customer + 1, NULL, 10) * 0x9E3779B97F4A7C15;  // scattered, as random codes are
    for (int i = 0; i < 8; i++, number >>= 5) o->code[i] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"[number & 31];
    if (run(SELECT_REFERRAL_CODE, "tt", SHOP, o->code)) refuse("referral code taken", o->code);
    o->is_new = true;
}

static void order_read_member(order *o) {
    if (!run(SELECT_MEMBER, "tt", SHOP, o->customer)) return order_enrol(o);
    sqlite3_stmt *row = prepared[SELECT_MEMBER];
    int64_t *columns[] = {
        &o->sequence, &o->balance, &o->held, &o->earned, &o->redeemed, &o->expired, &o->orders, &o->tier_changes};
    for (int i = 0; i < 8; i++) *columns[i] = sqlite3_column_int64(row, 4 + i);
    o->due_on = sqlite3_column_int64(row, 13);
    done(SELECT_MEMBER);
    if (order_read_spending(o) < 0) refuse("negative spending", o->customer);
}

static void order_save_member(const order *o) {
    if (!o->is_new) {
        run(UPDATE_MEMBER, "tiiiiiiiiii00000tt", TIER, o->sequence, o->balance, o->held, o->earned, o->redeemed,
            o->expired, o->orders, o->tier_changes, o->occurred_at, o->due_on, SHOP, o->customer);
        return;
    }
    run(INSERT_MEMBER, "ttiittiiiiiiiiii00000", SHOP, o->customer, o->occurred_at, o->occurred_on, o->code, TIER,
        o->sequence, o->balance, o->held, o->earned, o->redeemed, o->expired, o->orders, o->tier_changes,
        o->occurred_at, o->due_on);
    run(COUNT_TIER, "tti", SHOP, TIER, (int64_t)1);
}

static uint8_t *append_text(uint8_t *at, const char *text) {
    return at + sprintf((char *)at, "%zu:%s,", strlen(text), text);
}

static uint8_t *append_number(uint8_t *at, int64_t number) {
    char digits[24];
    snprintf(digits, sizeof digits, "%" PRId64, number);
    return append_text(at, digits);
}

// SHA-256 over the hash of the entry before and the canonical bytes of this one, as Core's `Entry` defines them.
static void order_hash(const order *o, uint8_t hash[SHA256_SIZE]) {
    uint8_t bytes[512] = {0}, *at = bytes + SHA256_SIZE;
    if (run(SELECT_CHAIN_END, "ttt", SHOP, SHOP, o->customer)) {
        memcpy(bytes, sqlite3_column_blob(prepared[SELECT_CHAIN_END], 1), SHA256_SIZE);
    } else {
        run(SELECT_CLOSING, "t", SHOP);
        done(SELECT_CLOSING);
    }
    done(SELECT_CHAIN_END);
    at = append_text(append_text(at, SHOP), o->customer);
    at = append_text(append_number(at, o->sequence), KIND);
    at = append_number(append_number(at, POINTS), o->balance);
    at = append_text(append_text(at, o->order), o->description);
    at = append_number(append_text(at, ACTOR), o->occurred_at);
    at = append_number(append_number(at, o->recorded_at), PROGRAM_VERSION);
    sha256(bytes, (size_t)(at - bytes), hash);
}

static void order_append_entry(const order *o) {
    uint8_t hash[SHA256_SIZE];
    const int64_t points = POINTS, total = TOTAL, zero = 0;
    order_hash(o, hash);
    run(INSERT_ENTRY, "ttitiitttiiiiih", SHOP, o->customer, o->sequence, KIND, points, o->balance, o->order,
        o->description, ACTOR, o->occurred_at, o->occurred_on, o->recorded_at, (int64_t)PROGRAM_VERSION, total, hash);
    run(INSERT_LOT, "ttitiii0ii", SHOP, o->customer, o->sequence, o->order, o->occurred_at, o->occurred_at,
        o->occurred_on + EXPIRY_DAYS, points, points);
    run(ADD_SHOP_DAY, "tiiiiiii", SHOP, o->occurred_on, points, zero, zero, zero, zero, zero);
}

static void order_record(order *o) {
    const int64_t total = TOTAL, points = POINTS, zero = 0, one = 1;
    if (run(SELECT_ORDER, "tt", SHOP, o->order)) refuse("the order exists", o->order);
    if (run(SELECT_GUEST_ORDER, "tt", SHOP, o->order)) refuse("the order is a guest's", o->order);
    order_read_member(o);
    o->sequence += 1;
    o->balance += POINTS;
    o->earned += POINTS;
    o->orders += 1;
    int64_t warned_on = o->occurred_on + EXPIRY_DAYS - WARNING_DAYS;
    if (warned_on < o->due_on) o->due_on = warned_on;
    order_append_entry(o);
    run(LEARN_CUSTOMER, "ttt000", o->customer, o->name, o->name);
    run(INSERT_ORDER, "ttt00tiiiiiii00itiiiiii", SHOP, o->order, o->customer, "delivered", one, total, zero, zero,
        zero, o->occurred_at, o->occurred_at, (int64_t)PROGRAM_VERSION, TIER, (int64_t)ONE, points, zero, total,
        o->occurred_on, one);
    run(ADD_SPENDING, "ttii", SHOP, o->customer, o->occurred_on, total);
    order_save_member(o);
}
