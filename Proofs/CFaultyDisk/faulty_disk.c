#include "faulty_disk.h"

#include <pthread.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "watched_file.h"

// How long a sync takes: long enough that a power cut falls into one at times.
enum { SYNC_MICROSECONDS = 300, PATH_BYTES_MAX = 4096 };

// An open file of SQLite's; the real one lies behind it in memory.
struct open_file {
    sqlite3_file base;
    struct watched_file *watched;
    sqlite3_file *real;
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static char *watched_folder;
static struct watched_file *files;
static int fault;
// What goes wrong after so many syncs more; none is awaited where that is zero.
static int awaited_fault;
static uint64_t awaited_syncs;
static uint64_t sync_count;
static sqlite3_vfs *real_disk;
static sqlite3_vfs disk;

static struct open_file *opened(sqlite3_file *file) { return (struct open_file *)file; }
static sqlite3_file *real_of(sqlite3_file *file) { return opened(file)->real; }

static int file_close(sqlite3_file *file) { return real_of(file)->pMethods->xClose(real_of(file)); }

static int file_read(sqlite3_file *file, void *target, int count, sqlite3_int64 offset) {
    return real_of(file)->pMethods->xRead(real_of(file), target, count, offset);
}

static int file_write(sqlite3_file *file, const void *source, int count, sqlite3_int64 offset) {
    pthread_mutex_lock(&lock);
    int code = fault == FAULTY_DISK_FULL ? SQLITE_FULL : fault == FAULTY_DISK_WRITE_ERROR ? SQLITE_IOERR_WRITE : 0;
    if (code == SQLITE_OK) code = real_of(file)->pMethods->xWrite(real_of(file), source, count, offset);
    if (code == SQLITE_OK) watched_file_add(opened(file)->watched, source, count, offset);
    pthread_mutex_unlock(&lock);
    return code;
}

static int file_truncate(sqlite3_file *file, sqlite3_int64 size) {
    pthread_mutex_lock(&lock);
    int code = real_of(file)->pMethods->xTruncate(real_of(file), size);
    if (code == SQLITE_OK) watched_file_add(opened(file)->watched, NULL, 0, size);
    pthread_mutex_unlock(&lock);
    return code;
}

// The real disk is not synced: what would survive is what this one says.
static int file_sync(sqlite3_file *file, int flags) {
    (void)flags;
    pthread_mutex_lock(&lock);
    int64_t change_count = opened(file)->watched->change_count;
    int fails = fault == FAULTY_DISK_SYNC_ERROR;
    pthread_mutex_unlock(&lock);
    usleep(SYNC_MICROSECONDS);
    if (fails) return SQLITE_IOERR_FSYNC;
    pthread_mutex_lock(&lock);
    watched_file_settle(opened(file)->watched, change_count);
    sync_count++;
    if (awaited_syncs > 0 && --awaited_syncs == 0) fault = awaited_fault;
    pthread_mutex_unlock(&lock);
    return SQLITE_OK;
}

static int file_size(sqlite3_file *file, sqlite3_int64 *size) {
    return real_of(file)->pMethods->xFileSize(real_of(file), size);
}

static int file_lock(sqlite3_file *file, int level) { return real_of(file)->pMethods->xLock(real_of(file), level); }

static int file_unlock(sqlite3_file *file, int level) {
    return real_of(file)->pMethods->xUnlock(real_of(file), level);
}

static int file_check_lock(sqlite3_file *file, int *is_reserved) {
    return real_of(file)->pMethods->xCheckReservedLock(real_of(file), is_reserved);
}

static int file_control(sqlite3_file *file, int operation, void *argument) {
    return real_of(file)->pMethods->xFileControl(real_of(file), operation, argument);
}

static int file_sector_size(sqlite3_file *file) { return real_of(file)->pMethods->xSectorSize(real_of(file)); }

static int file_traits(sqlite3_file *file) {
    return real_of(file)->pMethods->xDeviceCharacteristics(real_of(file));
}

static int file_map(sqlite3_file *file, int page, int size, int extends, void volatile **memory) {
    return real_of(file)->pMethods->xShmMap(real_of(file), page, size, extends, memory);
}

static int file_lock_shared(sqlite3_file *file, int offset, int count, int flags) {
    return real_of(file)->pMethods->xShmLock(real_of(file), offset, count, flags);
}

static void file_barrier(sqlite3_file *file) { real_of(file)->pMethods->xShmBarrier(real_of(file)); }

static int file_unmap(sqlite3_file *file, int deletes) {
    return real_of(file)->pMethods->xShmUnmap(real_of(file), deletes);
}

static const sqlite3_io_methods methods = {
    .iVersion = 2,
    .xClose = file_close,
    .xRead = file_read,
    .xWrite = file_write,
    .xTruncate = file_truncate,
    .xSync = file_sync,
    .xFileSize = file_size,
    .xLock = file_lock,
    .xUnlock = file_unlock,
    .xCheckReservedLock = file_check_lock,
    .xFileControl = file_control,
    .xSectorSize = file_sector_size,
    .xDeviceCharacteristics = file_traits,
    .xShmMap = file_map,
    .xShmLock = file_lock_shared,
    .xShmBarrier = file_barrier,
    .xShmUnmap = file_unmap,
};

static int is_watched(const char *path) {
    return path != NULL && watched_folder != NULL && strncmp(path, watched_folder, strlen(watched_folder)) == 0;
}

static struct watched_file *find(const char *path) {
    struct watched_file *file = files;
    while (file != NULL && strcmp(file->path, path) != 0) file = file->next;
    return file;
}

static struct watched_file *find_or_make(const char *path) {
    struct watched_file *file = find(path);
    if (file == NULL) {
        file = watched_file_new(path);
        file->next = files;
        files = file;
    }
    file->is_deleted = 0;
    return file;
}

static int disk_open(sqlite3_vfs *vfs, const char *path, sqlite3_file *file, int flags, int *flags_out) {
    (void)vfs;
    pthread_mutex_lock(&lock);
    int watches = is_watched(path);
    struct watched_file *watched = watches ? find_or_make(path) : NULL;
    pthread_mutex_unlock(&lock);
    if (!watches) return real_disk->xOpen(real_disk, path, file, flags, flags_out);
    struct open_file *open = opened(file);
    open->watched = watched;
    open->real = (sqlite3_file *)(open + 1);
    int code = real_disk->xOpen(real_disk, path, open->real, flags, flags_out);
    open->base.pMethods = open->real->pMethods == NULL ? NULL : &methods;
    return code;
}

static int disk_delete(sqlite3_vfs *vfs, const char *path, int syncs) {
    (void)vfs;
    int code = real_disk->xDelete(real_disk, path, syncs);
    pthread_mutex_lock(&lock);
    struct watched_file *file = find(path);
    if (code == SQLITE_OK && file != NULL) {
        watched_file_settle(file, file->change_count);
        bytes_resize(&file->safe, 0);
        file->is_deleted = 1;
    }
    pthread_mutex_unlock(&lock);
    return code;
}

static int install(void) {
    if (real_disk != NULL) return SQLITE_OK;
    real_disk = sqlite3_vfs_find(NULL);
    if (real_disk == NULL) return SQLITE_ERROR;
    disk = *real_disk;
    disk.zName = "faulty";
    disk.szOsFile = (int)sizeof(struct open_file) + real_disk->szOsFile;
    disk.pNext = NULL;
    disk.xOpen = disk_open;
    disk.xDelete = disk_delete;
    return sqlite3_vfs_register(&disk, 1);
}

int faulty_disk_watch(const char *folder) {
    pthread_mutex_lock(&lock);
    while (files != NULL) {
        struct watched_file *next = files->next;
        watched_file_free(files);
        files = next;
    }
    free(watched_folder);
    // SQLite names files by where they really are.
    watched_folder = realpath(folder, NULL);
    if (watched_folder == NULL) watched_folder = strdup(folder);
    fault = FAULTY_DISK_HEALTHY;
    awaited_syncs = 0;
    int code = install();
    pthread_mutex_unlock(&lock);
    return code;
}

void faulty_disk_fail(int kind) {
    pthread_mutex_lock(&lock);
    fault = kind;
    awaited_syncs = 0;
    pthread_mutex_unlock(&lock);
}

void faulty_disk_fail_after(uint64_t syncs, int kind) {
    pthread_mutex_lock(&lock);
    awaited_fault = kind;
    awaited_syncs = syncs;
    pthread_mutex_unlock(&lock);
}

uint64_t faulty_disk_sync_count(void) {
    pthread_mutex_lock(&lock);
    uint64_t count = sync_count;
    pthread_mutex_unlock(&lock);
    return count;
}

int faulty_disk_cut(const char *folder, uint64_t seed) {
    int code = 0;
    pthread_mutex_lock(&lock);
    for (struct watched_file *file = files; file != NULL; file = file->next) {
        char path[PATH_BYTES_MAX];
        const char *name = strrchr(file->path, '/');
        if (file->is_deleted || name == NULL) continue;
        if (snprintf(path, sizeof path, "%s%s", folder, name) >= (int)sizeof path) code = 1;
        if (code == 0) code = watched_file_write_image(file, path, &seed);
    }
    pthread_mutex_unlock(&lock);
    return code;
}
