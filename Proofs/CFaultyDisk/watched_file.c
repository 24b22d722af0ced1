#include "watched_file.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SECTOR_SMALL = 512, SECTOR_LARGE = 4096 };

void bytes_resize(struct bytes *bytes, int64_t count) {
    if (count > bytes->count) {
        bytes->start = realloc(bytes->start, (size_t)count);
        if (bytes->start == NULL) abort();
        memset(bytes->start + bytes->count, 0, (size_t)(count - bytes->count));
    }
    bytes->count = count;
}

void bytes_write(struct bytes *bytes, const void *source, int64_t count, int64_t offset) {
    if (offset + count > bytes->count) bytes_resize(bytes, offset + count);
    memcpy(bytes->start + offset, source, (size_t)count);
}

// What is on the real disk when the watch begins is safe.
static void load(struct watched_file *file) {
    FILE *real = fopen(file->path, "rb");
    uint8_t part[65536];
    size_t count;
    if (real == NULL) return;
    while ((count = fread(part, 1, sizeof part, real)) > 0) {
        bytes_write(&file->safe, part, (int64_t)count, file->safe.count);
    }
    fclose(real);
}

struct watched_file *watched_file_new(const char *path) {
    struct watched_file *file = calloc(1, sizeof *file);
    if (file == NULL) abort();
    file->path = strdup(path);
    load(file);
    return file;
}

void watched_file_free(struct watched_file *file) {
    for (int64_t i = 0; i < file->change_count; i++) free(file->changes[i].bytes.start);
    free(file->changes);
    free(file->safe.start);
    free(file->path);
    free(file);
}

void watched_file_add(struct watched_file *file, const void *source, int64_t count, int64_t offset) {
    if (file->change_count == file->change_capacity) {
        file->change_capacity = file->change_capacity * 2 + 16;
        file->changes = realloc(file->changes, (size_t)file->change_capacity * sizeof *file->changes);
        if (file->changes == NULL) abort();
    }
    struct change *change = &file->changes[file->change_count++];
    *change = (struct change){.offset = offset};
    if (source != NULL) bytes_write(&change->bytes, source, count, 0);
}

static void apply(struct bytes *bytes, const struct change *change) {
    if (change->bytes.start == NULL) {
        bytes_resize(bytes, change->offset);
    } else {
        bytes_write(bytes, change->bytes.start, change->bytes.count, change->offset);
    }
}

void watched_file_settle(struct watched_file *file, int64_t change_count) {
    if (change_count > file->change_count) change_count = file->change_count;
    for (int64_t i = 0; i < change_count; i++) {
        apply(&file->safe, &file->changes[i]);
        free(file->changes[i].bytes.start);
    }
    file->change_count -= change_count;
    memmove(file->changes, file->changes + change_count, (size_t)file->change_count * sizeof *file->changes);
}

// SplitMix64 (S. Vigna, public domain).
static uint64_t roll(uint64_t *chance) {
    uint64_t word = (*chance += 0x9E3779B97F4A7C15);
    word = (word ^ (word >> 30)) * 0xBF58476D1CE4E5B9;
    word = (word ^ (word >> 27)) * 0x94D049BB133111EB;
    return word ^ (word >> 31);
}

// Puts sectors of a write where the disk had got to with them.
static void apply_in_part(struct bytes *bytes, const struct change *change, int keep, uint64_t *chance) {
    int64_t sector = roll(chance) % 2 ? SECTOR_SMALL : SECTOR_LARGE;
    for (int64_t at = 0; at < change->bytes.count;) {
        int64_t end = (change->offset + at) / sector * sector + sector - change->offset;
        int64_t count = (end < change->bytes.count ? end : change->bytes.count) - at;
        int fate = (int)(roll(chance) % 100);
        if (fate < keep) {
            bytes_write(bytes, change->bytes.start + at, count, change->offset + at);
        } else if (fate < keep + 10) {
            bytes_write(bytes, change->bytes.start + at, count / 2, change->offset + at);
        } else if (fate < keep + 15) {
            int64_t half = count / 2;
            bytes_write(bytes, change->bytes.start + at + half, count - half, change->offset + at + half);
        }
        at += count;
    }
}

int watched_file_write_image(const struct watched_file *file, const char *path, uint64_t *chance) {
    static const int shares[] = {0, 20, 50, 85, 100};
    struct bytes image = {0};
    int keep = shares[roll(chance) % 5];
    int64_t longest = file->safe.count;
    if (file->safe.count > 0) bytes_write(&image, file->safe.start, file->safe.count, 0);
    for (int64_t i = 0; i < file->change_count; i++) {
        const struct change *change = &file->changes[i];
        if (change->offset + change->bytes.count > longest) longest = change->offset + change->bytes.count;
        if (change->bytes.start != NULL) {
            apply_in_part(&image, change, keep, chance);
        } else if ((int)(roll(chance) % 100) < keep) {
            apply(&image, change);
        }
    }
    // The new size of a file may be on the disk before what is in it.
    if (roll(chance) % 4 == 0 && longest > image.count) bytes_resize(&image, longest);
    FILE *copy = fopen(path, "wb");
    if (copy == NULL) return 1;
    int is_written = image.count == 0 || fwrite(image.start, 1, (size_t)image.count, copy) == (size_t)image.count;
    free(image.start);
    return fclose(copy) != 0 || !is_written;
}
