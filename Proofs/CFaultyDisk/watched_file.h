// A file that is watched: what is safe on the disk, and what may be lost.
#ifndef WATCHED_FILE_H
#define WATCHED_FILE_H

#include <stdint.h>

struct bytes {
    uint8_t *start;
    int64_t count;
};

// A write that no sync has covered yet, or a truncation, which has no bytes.
struct change {
    struct bytes bytes;
    int64_t offset;
};

struct watched_file {
    char *path;
    struct bytes safe;
    struct change *changes;
    int64_t change_count;
    int64_t change_capacity;
    int is_deleted;
    struct watched_file *next;
};

// Makes the bytes so many, with zeros at the end of what grows.
void bytes_resize(struct bytes *bytes, int64_t count);
// Overwrites a part, and makes room for it where there is none.
void bytes_write(struct bytes *bytes, const void *source, int64_t count, int64_t offset);

struct watched_file *watched_file_new(const char *path);
void watched_file_free(struct watched_file *file);
void watched_file_add(struct watched_file *file, const void *source, int64_t count, int64_t offset);
// A sync has covered the first changes.
void watched_file_settle(struct watched_file *file, int64_t change_count);
// Writes what a power cut may leave of the file. Returns 0 where it worked.
int watched_file_write_image(const struct watched_file *file, const char *path, uint64_t *chance);

#endif
