// Text with counters in it: `{n}` is the number of the order, `{m}` a number of a member.
#pragma once

#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

// Prime, so that `members` orders in a row meet every member once, far from its neighbours in the table.
// The reference loop spreads its orders in the same way.
enum { MEMBER_STRIDE = 7919 };

static inline uint64_t member_of_order(uint64_t n, uint64_t members) { return n * MEMBER_STRIDE % members; }

// Writes the text for order `n`.
// Returns the length, or `capacity` where it does not fit.
static inline size_t template_render(const char *text, uint64_t n, uint64_t members, char *out, size_t capacity) {
    size_t length = 0;
    while (*text) {
        char digits[24];
        int wanted;
        const char *piece;
        if (strncmp(text, "{n}", 3) == 0 || strncmp(text, "{m}", 3) == 0) {
            wanted = snprintf(digits, sizeof digits, "%" PRIu64, text[1] == 'n' ? n : member_of_order(n, members));
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
