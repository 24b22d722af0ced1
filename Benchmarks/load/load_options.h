// What the load generator is told to do.
#pragma once

#include "../measure/options.h"

enum { CONNECTIONS_MAX = 1024, SECONDS_MAX = 3600, REQUESTS_MAX = 1000000000 };

static struct {
    double port, connections, seconds, warm_up, rate, requests, first, members, shops;
    const char *method, *path, *body, *header, *authorization, *authorizations;
} options = {
    .connections = 1, .seconds = 1, .requests = REQUESTS_MAX, .members = 1, .shops = 1,
    .method = "GET", .path = "/", .body = "", .header = "", .authorization = "", .authorizations = "",
};

static const option option_list[] = {
    {"--port", &options.port, 1, 65535},
    {"--connections", &options.connections, 1, CONNECTIONS_MAX},
    {"--seconds", &options.seconds, 0.01, SECONDS_MAX},      // measured time, after the warm-up
    {"--warm-up", &options.warm_up, 0, SECONDS_MAX},
    {"--rate", &options.rate, 0, 1e6},                       // requests per second; 0 is a closed loop
    {"--requests", &options.requests, 1, REQUESTS_MAX},      // stop after so many
    {"--first", &options.first, 0, 1e15},                    // number of the first order
    {"--members", &options.members, 1, 1e9},
    {"--shops", &options.shops, 1, 1e9},
    {"--method", .text = &options.method},
    {"--path", .text = &options.path},                       // may hold {n}, {m} and {s}, as may body and header
    {"--body", .text = &options.body},
    {"--header", .text = &options.header},                   // one more, as `Name: value`
    {"--authorization", .text = &options.authorization},
    {"--authorizations", .text = &options.authorizations},   // or a file with a line for each member
};
