// The reference: delivered orders straight through SQLite's C functions, in batches with one synced commit each.
//
// Its database has the server's tables and settings; its statements are those an order takes in the server. It knows
// neither HTTP nor JSON nor rules. Prints one JSON object; commit times are microseconds.
#include "../measure/clock.h"
#include "../measure/histogram.h"
#include "../measure/options.h"
#include "order.h"

enum { PREPARE_BATCH = 256 };
static const double SECOND = 1e9;

static struct {
    double batch, members, prepare, orders, seconds, spread_days;
    const char *database;
} options = {.batch = 256, .members = 10000, .orders = 1e9, .seconds = 5, .database = ""};

static const option option_list[] = {
    {"--database", .text = &options.database},     // a path; a second run goes on where the first stopped
    {"--batch", &options.batch, 1, 1e6},           // orders per commit
    {"--members", &options.members, 1, 1e9},
    {"--prepare", &options.prepare, 0, 1e9},       // orders before the clock starts
    {"--orders", &options.orders, 1, 1e9},         // then stop after so many
    {"--seconds", &options.seconds, 0.01, 3600},   // or after so long
    {"--spread-days", &options.spread_days, 0, 365},  // the orders are spread over the days up to now
};

static histogram commits;
static uint64_t next_order;

static int64_t milliseconds_now(void) {
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static int64_t occurred_at(int64_t now) {
    double still_to_come = 1 - (double)next_order / options.orders;
    return now - (int64_t)(still_to_come * options.spread_days * (double)DAY_MILLISECONDS);
}

// Records so many orders in one transaction. Returns when it was durable.
static int64_t run_batch(uint64_t count) {
    order o;
    run(BEGIN, "");
    for (; count > 0; count--, next_order++) {
        int64_t now = milliseconds_now();
        order_name(&o, next_order, (uint64_t)options.members, occurred_at(now), now);
        order_record(&o);
    }
    int64_t start = nanoseconds_now();
    run(COMMIT, "");
    int64_t end = nanoseconds_now();
    histogram_record(&commits, end - start);
    return end;
}

static void run_orders(uint64_t batch, double most, int64_t deadline) {
    for (double left = most; left > 0; left -= (double)batch)
        if (run_batch(left < (double)batch ? (uint64_t)left : batch) >= deadline) return;
}

static void print_report(uint64_t orders, double seconds) {
    printf("{\"orders\": %" PRIu64 ", \"seconds\": %.3f", orders, seconds);
    printf(", \"orders_per_second\": %.1f, \"commit_us\": ", (double)orders / seconds);
    histogram_print_json(&commits, stdout);
    printf(", \"batch\": %.0f, \"sqlite\": \"%s\"", options.batch, sqlite3_libversion());
    printf(", \"synchronous\": %" PRId64, ask("PRAGMA synchronous"));
    printf(", \"wal_autocheckpoint\": %" PRId64, ask("PRAGMA wal_autocheckpoint"));
    printf(", \"cache_kib\": %" PRId64 "}\n", -ask("PRAGMA cache_size"));
}

int main(int count, char **arguments) {
    read_options(count, arguments, option_list, sizeof option_list / sizeof *option_list);
    if (!*options.database) refuse("value missing", "--database");
    database_open(options.database);
    next_order = (uint64_t)ask("SELECT COUNT(*) FROM entry");
    run_orders(PREPARE_BATCH, options.prepare, INT64_MAX);
    commits = (histogram){0};
    uint64_t first = next_order;
    int64_t start = nanoseconds_now();
    run_orders((uint64_t)options.batch, options.orders, start + (int64_t)(options.seconds * SECOND));
    double seconds = (double)(nanoseconds_now() - start) / SECOND;
    if ((uint64_t)ask("SELECT COUNT(*) FROM entry") != next_order) refuse("entries are missing", options.database);
    print_report(next_order - first, seconds);
    database_close();
    return 0;
}
