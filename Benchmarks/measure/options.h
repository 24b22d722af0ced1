// Command-line options of the form `--name value`; a wrong one ends the program.
#pragma once

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// One of `number` and `text` is set; `least` and `most` limit the number.
typedef struct {
    const char *name;
    double *number;
    double least, most;
    const char **text;
} option;

static inline _Noreturn void refuse(const char *reason, const char *subject) {
    fprintf(stderr, "%s: %s\n", reason, subject);
    exit(2);
}

static inline double option_number(const char *text, double least, double most) {
    char *end;
    errno = 0;
    double value = strtod(text, &end);
    if (errno || end == text || *end || !(value >= least && value <= most)) refuse("number out of range", text);
    return value;
}

static inline void read_options(int count, char **arguments, const option *options, size_t option_count) {
    for (int at = 1; at < count; at += 2) {
        const option *found = NULL;
        for (size_t i = 0; i < option_count; i++)
            if (strcmp(arguments[at], options[i].name) == 0) found = &options[i];
        if (!found) refuse("unknown option", arguments[at]);
        if (at + 1 == count) refuse("value missing", arguments[at]);
        if (found->text) *found->text = arguments[at + 1];
        else *found->number = option_number(arguments[at + 1], found->least, found->most);
    }
}
