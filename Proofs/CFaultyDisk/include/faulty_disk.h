// A disk under SQLite that loses power and fails on demand.
//
// It stands over SQLite's default way to files and becomes the default of this process. Of every file below one folder
// it remembers what the last sync covered, and what was written since; all other files it leaves alone.
#ifndef FAULTY_DISK_H
#define FAULTY_DISK_H

#include <stdint.h>

enum {
    FAULTY_DISK_HEALTHY = 0,
    // Every write finds the disk full.
    FAULTY_DISK_FULL = 1,
    // Every write fails.
    FAULTY_DISK_WRITE_ERROR = 2,
    // Every sync fails, and covers nothing.
    FAULTY_DISK_SYNC_ERROR = 3,
};

// Watches the files below a folder from now on; forgets those watched before. Returns 0 where it worked.
int faulty_disk_watch(const char *folder);

// Sets what goes wrong from now on.
void faulty_disk_fail(int fault);

// Sets what goes wrong once so many more syncs, at least one, have succeeded.
void faulty_disk_fail_after(uint64_t syncs, int fault);

// How many syncs have succeeded.
uint64_t faulty_disk_sync_count(void);

// Writes the watched files into another folder, as a power cut at this moment could have left them: what syncs covered
// is whole; of what was written since, each sector is there, missing, half written, or there with a hole before it, by
// a chance that the seed decides. Returns 0 where it worked.
int faulty_disk_cut(const char *folder, uint64_t seed);

#endif
