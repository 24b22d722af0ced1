// Who sends a request: a line of a file for each member, or the same for all.
#pragma once

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../measure/options.h"

enum { AUTHORIZATIONS_MAX = 100000, AUTHORIZATION_MAX = 4096 };

static struct {
    uint64_t count;
    char *lines[AUTHORIZATIONS_MAX];
} authorizations;

static inline void read_authorizations(const char *path) {
    char line[AUTHORIZATION_MAX];
    FILE *file = fopen(path, "r");
    if (!file) refuse("cannot read", path);
    while (fgets(line, sizeof line, file)) {
        if (authorizations.count == AUTHORIZATIONS_MAX) refuse("too many lines", path);
        line[strcspn(line, "\n")] = 0;
        authorizations.lines[authorizations.count] = strdup(line);
        if (!authorizations.lines[authorizations.count++]) refuse("out of memory", path);
    }
    fclose(file);
    if (authorizations.count == 0) refuse("empty", path);
}

static inline const char *authorization_of(uint64_t member, const char *otherwise) {
    return authorizations.count == 0 ? otherwise : authorizations.lines[member % authorizations.count];
}
