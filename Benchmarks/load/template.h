// Text with counters in it: `{n}` is the number of the order, `{m}` that of its member, `{s}` that of the shop.
#pragma once

#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

// Prime, so that `members` orders in a row meet every member once, far from its neighbours in the table.
// The reference loop spreads its orders in the same way.
enum { MEMBER_STRIDE = 7919 };

static inline uint64_t member_of_order(uint64_t n, uint64_t members) { return n * MEMBER_STRIDE % members; }

typedef struct { uint64_t n, m, s; } counters;

static inline counters counters_of_order(uint64_t n, uint64_t members, uint64_t shops) {
    uint64_t member = member_of_order(n, members);
    return (counters){.n = n, .m = member, .s = member % shops};
}

static inline const uint64_t *counter_at(const char *text, const counters *of) {
    if (strncmp(text, "{n}", 3) == 0) return &of->n;
    if (strncmp(text, "{m}", 3) == 0) return &of->m;
    return strncmp(text, "{s}", 3) == 0 ? &of->s : NULL;
}

// Writes the text for one order.
// Returns the length, or `capacity` where it does not fit.
static inline size_t template_render(const char *text, const counters *of, char *out, size_t capacity) {
    size_t length = 0;
    while (*text) {
        char digits[24];
        int wanted;
        const char *piece;
        const uint64_t *counter = counter_at(text, of);
        if (counter) {
            wanted = snprintf(digits, sizeof digits, "%" PRIu64, *counter);
            piece = digits;
            text += 3;
        } else {
            piece = text;
            wanted = 1 + (int)strcspn(text + 1, "{");
            text += wanted;
        }
        if (length + (size_t)wanted >= capacity) return capacity;
        memcpy(out + length, piece, (size_t)wanted);
        length += (size_t)wanted;
    }
    return length;
}
