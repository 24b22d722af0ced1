// One keep-alive connection to 127.0.0.1 with at most one request under way.
#pragma once

#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "response.h"

enum { REQUEST_MAX = 32768, READ_SIZE = 65536 };

typedef enum { STILL_WAITING, ANSWERED, BROKEN } outcome;

typedef struct {
    int socket;
    bool waiting;      // a request is under way
    int64_t due;       // when it should have been sent
    size_t length;     // of the request
    size_t sent;
    response answer;
    char request[REQUEST_MAX];
} connection;

// Returns false where nobody listens.
static inline bool connection_open(connection *c, int port, int epoll) {
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons((uint16_t)port)};
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    c->waiting = false;
    c->socket = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (c->socket < 0 || connect(c->socket, (struct sockaddr *)&address, sizeof address) != 0) return false;
    int on = 1;
    setsockopt(c->socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    fcntl(c->socket, F_SETFL, fcntl(c->socket, F_GETFL) | O_NONBLOCK);
    struct epoll_event event = {.events = EPOLLIN | EPOLLOUT | EPOLLRDHUP | EPOLLET, .data.ptr = c};
    return epoll_ctl(epoll, EPOLL_CTL_ADD, c->socket, &event) == 0;
}

static inline void connection_close(connection *c) {
    close(c->socket);
    c->socket = -1;
    c->waiting = false;
}

// Sends what is left of the request, as far as the socket takes it. Returns false where the server hung up.
static inline bool connection_send(connection *c) {
    while (c->waiting && c->sent < c->length) {
        ssize_t count = send(c->socket, c->request + c->sent, c->length - c->sent, MSG_NOSIGNAL);
        if (count < 0) return errno == EAGAIN || errno == EINTR;
        c->sent += (size_t)count;
    }
    return true;
}

// Reads what has arrived.
static inline outcome connection_read(connection *c) {
    static char bytes[READ_SIZE];
    for (;;) {
        ssize_t count = recv(c->socket, bytes, sizeof bytes, 0);
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return errno == EAGAIN ? STILL_WAITING : BROKEN;
        if (count == 0 || !c->waiting) return BROKEN;
        if (!response_take(&c->answer, bytes, (size_t)count)) continue;
        return c->answer.malformed ? BROKEN : ANSWERED;
    }
}
