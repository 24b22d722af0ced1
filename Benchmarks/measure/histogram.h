// Counts of durations in microseconds, exact below 2,048 and within 0.1 % above, in fixed memory.
#pragma once

#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>

enum {
    EXACT_BITS = 11,                  // values below 2^11 have a bucket each
    HALF = 1 << (EXACT_BITS - 1),     // every further power of two is split into 2^10 buckets
    LARGEST_BITS = 36,                // 19 hours; longer ones count as this
    BUCKETS = (1 << EXACT_BITS) + (LARGEST_BITS - EXACT_BITS) * HALF,
};

typedef struct {
    uint64_t counts[BUCKETS];
    uint64_t total;
    uint64_t sum;
    uint64_t largest;
} histogram;

static inline int histogram_bucket(uint64_t value) {
    if (value < 1 << EXACT_BITS) return (int)value;
    int bits = 64 - __builtin_clzll(value);
    int shift = bits - EXACT_BITS;
    return (1 << EXACT_BITS) + (shift - 1) * HALF + (int)(value >> shift) - HALF;
}

// The largest value that falls into a bucket.
static inline uint64_t histogram_upper(int bucket) {
    if (bucket < 1 << EXACT_BITS) return (uint64_t)bucket;
    int above = bucket - (1 << EXACT_BITS);
    int shift = above / HALF + 1;
    return ((uint64_t)(above % HALF + HALF + 1) << shift) - 1;
}

static inline void histogram_record(histogram *h, int64_t nanoseconds) {
    uint64_t value = nanoseconds < 0 ? 0 : (uint64_t)nanoseconds / 1000;
    const uint64_t limit = ((uint64_t)1 << LARGEST_BITS) - 1;
    if (value > limit) value = limit;
    h->counts[histogram_bucket(value)]++;
    h->total++;
    h->sum += value;
    if (value > h->largest) h->largest = value;
}

// The value that the given share (0...1) of all recorded ones does not exceed.
static inline uint64_t histogram_percentile(const histogram *h, double share) {
    double exact = share * (double)h->total;
    uint64_t rank = (uint64_t)exact;
    if ((double)rank < exact || rank == 0) rank++;
    uint64_t seen = 0;
    for (int bucket = 0; bucket < BUCKETS; bucket++) {
        seen += h->counts[bucket];
        if (seen < rank) continue;
        uint64_t upper = histogram_upper(bucket);
        return upper < h->largest ? upper : h->largest;
    }
    return h->largest;
}

static inline void histogram_print_json(const histogram *h, FILE *out) {
    fprintf(out, "{\"count\": %" PRIu64 ", \"mean\": %" PRIu64, h->total, h->total ? h->sum / h->total : 0);
    fprintf(out, ", \"p50\": %" PRIu64, histogram_percentile(h, 0.50));
    fprintf(out, ", \"p95\": %" PRIu64, histogram_percentile(h, 0.95));
    fprintf(out, ", \"p99\": %" PRIu64, histogram_percentile(h, 0.99));
    fprintf(out, ", \"max\": %" PRIu64 "}", h->largest);
}
