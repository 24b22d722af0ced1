// A database opened as the server opens its own, and its statements prepared once.
#pragma once

#include <sqlite3.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>

#include "../measure/options.h"
#include "sha256.h"
#include "statements.h"

// Those of Sources/SQLiteEngine.
static const char settings[] =
    "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536;"
    "PRAGMA wal_autocheckpoint = 20000; PRAGMA recursive_triggers = ON; PRAGMA foreign_keys = ON;";

static sqlite3 *database;
static sqlite3_stmt *prepared[STATEMENTS];

static inline void check(int result, const char *what) {
    if (result == SQLITE_OK || result == SQLITE_ROW || result == SQLITE_DONE) return;
    fprintf(stderr, "%s: %s\n", what, sqlite3_errmsg(database));
    exit(1);
}

// One number from a query that is asked once.
static inline int64_t ask(const char *query) {
    sqlite3_stmt *s;
    check(sqlite3_prepare_v2(database, query, -1, &s, NULL), query);
    check(sqlite3_step(s), query);
    int64_t answer = sqlite3_column_int64(s, 0);
    sqlite3_finalize(s);
    return answer;
}

// Opens a database, and makes its tables where there are none. The WAL stays when it is closed, as it does under a
// server that goes on running, so that short runs can follow one another.
static inline void database_open(const char *path) {
    check(sqlite3_open(path, &database), path);
    check(sqlite3_db_config(database, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL), path);
    check(sqlite3_exec(database, settings, NULL, NULL, NULL), "settings");
    if (ask("SELECT COUNT(*) FROM sqlite_master") == 0)
        check(sqlite3_exec(database, schema, NULL, NULL, NULL), "schema");
    for (int i = 0; i < STATEMENTS; i++) {
        const char *text = statement_text[i];
        check(sqlite3_prepare_v3(database, text, -1, SQLITE_PREPARE_PERSISTENT, &prepared[i], NULL), text);
    }
}

static inline void database_close(void) {
    for (int i = 0; i < STATEMENTS; i++) sqlite3_finalize(prepared[i]);
    check(sqlite3_close(database), "close");
}

// Binds one value per letter (t text, i integer, h hash, 0 NULL, which takes no argument) and takes the first step.
// Returns whether there is a row; `done` ends the statement then.
static inline bool run(statement which, const char *letters, ...) {
    sqlite3_stmt *s = prepared[which];
    va_list values;
    va_start(values, letters);
    for (int at = 1; *letters; letters++, at++) {
        switch (*letters) {
            case 't': sqlite3_bind_text(s, at, va_arg(values, const char *), -1, SQLITE_STATIC); break;
            case 'i': sqlite3_bind_int64(s, at, va_arg(values, int64_t)); break;
            case 'h': sqlite3_bind_blob(s, at, va_arg(values, const void *), SHA256_SIZE, SQLITE_STATIC); break;
            default: sqlite3_bind_null(s, at);
        }
    }
    va_end(values);
    int result = sqlite3_step(s);
    if (result == SQLITE_ROW) return true;
    check(result, statement_text[which]);
    sqlite3_reset(s);
    return false;
}

static inline bool next(statement which) {
    int result = sqlite3_step(prepared[which]);
    check(result, statement_text[which]);
    return result == SQLITE_ROW;
}

static inline void done(statement which) { sqlite3_reset(prepared[which]); }
