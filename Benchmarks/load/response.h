// Finds the end of an HTTP/1.1 answer in bytes that arrive piece by piece.
#pragma once

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { HEAD_MAX = 16384 };

typedef enum { READ_HEAD, READ_BODY, READ_CHUNK_SIZE, READ_CHUNK, READ_CHUNK_END, READ_TRAILER } read_step;

typedef struct {
    read_step step;
    int status;           // 0 until the head is complete
    bool malformed;
    bool closes;          // the server hangs up after this answer
    uint64_t remaining;   // bytes still to come of the body or chunk
    size_t line_length;   // of the chunk size or trailer line under way
    size_t head_length;
    char head[HEAD_MAX];  // of a refusal also the body, as far as it fits
} response;

static inline void response_reset(response *r) {
    r->step = READ_HEAD;
    r->status = 0;
    r->malformed = r->closes = false;
    r->remaining = r->line_length = r->head_length = 0;
}

static inline const char *response_header(const response *r, const char *name) {
    size_t length = strlen(name);
    for (const char *line = strstr(r->head, "\r\n"); line; line = strstr(line, "\r\n")) {
        line += 2;
        if (strncasecmp(line, name, length) != 0 || line[length] != ':') continue;
        const char *value = line + length + 1;
        return value + strspn(value, " \t");
    }
    return NULL;
}

// Returns true where the answer has no body.
static inline bool response_read_head(response *r) {
    r->head[r->head_length] = 0;
    if (strncmp(r->head, "HTTP/1.", 7) != 0 || r->head_length < 13) {
        r->malformed = true;
        return false;
    }
    r->status = atoi(r->head + 9);
    const char *connection = response_header(r, "connection");
    r->closes = connection && strncasecmp(connection, "close", 5) == 0;
    if (r->status == 204 || r->status == 304) return true;
    const char *encoding = response_header(r, "transfer-encoding");
    if (encoding && strncasecmp(encoding, "chunked", 7) == 0) {
        r->step = READ_CHUNK_SIZE;
        return false;
    }
    const char *length = response_header(r, "content-length");
    r->malformed = length == NULL;   // a body that lasts until the hang-up would hide lost answers
    r->remaining = length ? strtoull(length, NULL, 10) : 0;
    r->step = READ_BODY;
    return length && r->remaining == 0;
}

// Takes one byte of a chunk size or trailer line. Returns true where the last chunk and its trailer are through.
static inline bool response_read_line_byte(response *r, char byte) {
    if (byte == '\r') return false;
    if (byte != '\n') {
        r->line_length++;
        if (r->step != READ_CHUNK_SIZE) return false;
        const char *digits = "0123456789abcdef", *digit = strchr(digits, byte | 0x20);
        if (!digit || r->line_length > 15) r->malformed = true;
        else r->remaining = r->remaining * 16 + (uint64_t)(digit - digits);
        return false;
    }
    bool empty = r->line_length == 0;
    r->line_length = 0;
    if (r->step == READ_TRAILER) return empty;
    if (r->step == READ_CHUNK_END) r->step = READ_CHUNK_SIZE;
    else r->step = r->remaining ? READ_CHUNK : READ_TRAILER;
    return false;
}

static inline void response_keep_refusal(response *r, const char *bytes, size_t count) {
    size_t room = HEAD_MAX - 1 - r->head_length, kept = count < room ? count : room;
    if (r->status < 300) return;
    memcpy(r->head + r->head_length, bytes, kept);
    r->head_length += kept;
    r->head[r->head_length] = 0;
}

// Takes the next bytes. Returns true once the answer is complete, or `malformed` is set.
static inline bool response_take(response *r, const char *bytes, size_t count) {
    size_t at = 0;
    while (at < count && !r->malformed) {
        if (r->step == READ_HEAD) {
            if (r->head_length == HEAD_MAX - 1) r->malformed = true;
            else r->head[r->head_length++] = bytes[at++];
            bool ended = r->head_length >= 4 && memcmp(r->head + r->head_length - 4, "\r\n\r\n", 4) == 0;
            if (ended && response_read_head(r)) return true;
        } else if (r->step == READ_BODY || r->step == READ_CHUNK) {
            size_t taken = count - at < r->remaining ? count - at : (size_t)r->remaining;
            response_keep_refusal(r, bytes + at, taken);
            at += taken;
            r->remaining -= taken;
            if (r->remaining > 0) continue;
            if (r->step == READ_BODY) return true;
            r->step = READ_CHUNK_END;
        } else if (response_read_line_byte(r, bytes[at++])) {
            return true;
        }
    }
    return r->malformed;
}
