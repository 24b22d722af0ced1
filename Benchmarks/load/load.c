// Load on an HTTP/1.1 server at 127.0.0.1: one thread, many keep-alive connections, bounded in number and time.
//
// Closed loop: every connection sends its next request as soon as it has an answer. With --rate, requests are due at
// fixed times whether or not answers come, and latency counts from the due time, so a stall counts against the server.
// Prints one JSON object; latencies are microseconds.
#define _GNU_SOURCE
#include <sys/timerfd.h>

#include "../measure/clock.h"
#include "../measure/histogram.h"
#include "authorizations.h"
#include "connection.h"
#include "load_options.h"
#include "template.h"

enum { DRAIN_SECONDS = 10, EVENTS = 256, RECONNECTS_MAX = 10000, TICK_NANOSECONDS_MIN = 250000, STATUSES = 600 };
static const double SECOND = 1e9;

static struct {
    int port, connections, epoll, timer, idle_count;
    int64_t start, measured_from, end;
    uint64_t issued, answered, refused, measured, broken, reconnects, status[STATUSES];
    connection *all, *idle[CONNECTIONS_MAX];
    histogram latency;
} load;

static void render_request(connection *c, uint64_t n) {
    static char path[2048], header[2048], body[REQUEST_MAX];
    counters of = counters_of_order(n, (uint64_t)options.members, (uint64_t)options.shops);
    size_t path_length = template_render(options.path, &of, path, sizeof path);
    size_t header_length = template_render(options.header, &of, header, sizeof header);
    size_t body_length = template_render(options.body, &of, body, sizeof body);
    bool fits = path_length < sizeof path && header_length < sizeof header && body_length < sizeof body;
    int length = !fits ? REQUEST_MAX : snprintf(
        c->request, sizeof c->request,
        "%s %.*s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nAuthorization: %s\r\n%.*s%sContent-Type: application/json\r\n"
        "Content-Length: %zu\r\n\r\n%.*s",
        options.method, (int)path_length, path, load.port, authorization_of(of.m, options.authorization),
        (int)header_length, header, header_length > 0 ? "\r\n" : "", body_length, (int)body_length, body);
    if (length >= REQUEST_MAX) refuse("request too long", options.path);
    c->length = (size_t)length;
    c->sent = 0;
}

static void become_idle(connection *c) {
    c->waiting = false;
    load.idle[load.idle_count++] = c;
}

static void reconnect(connection *c) {
    connection_close(c);
    if (++load.reconnects > RECONNECTS_MAX) refuse("the server hangs up too often", options.path);
    if (!connection_open(c, load.port, load.epoll)) refuse("cannot connect to 127.0.0.1", strerror(errno));
}

static void lose(connection *c) {
    bool was_waiting = c->waiting;
    if (was_waiting) load.broken++;
    reconnect(c);
    if (was_waiting) become_idle(c);
}

static void show_first_refusal(const connection *c) {
    if (load.refused++ == 0) fprintf(stderr, "first refusal: %.1500s\nof: %.1000s\n", c->answer.head, c->request);
}

static void take_answer(connection *c, int64_t now) {
    int status = c->answer.status;
    bool good = status >= 200 && status < 300;
    load.answered++;
    load.status[status > 0 && status < STATUSES ? status : 0]++;
    load.measured += good && now >= load.measured_from && now <= load.end;
    if (c->due >= load.measured_from) histogram_record(&load.latency, now - c->due);
    if (!good) show_first_refusal(c);
    if (c->answer.closes) reconnect(c);
    become_idle(c);
}

static int64_t due_time(int64_t now) {
    if (options.rate == 0) return now;
    return load.start + (int64_t)((double)load.issued * SECOND / options.rate);
}

static bool may_issue(int64_t due) { return (double)load.issued < options.requests && due < load.end; }

static void send_what_is_due(int64_t now) {
    while (load.idle_count > 0) {
        int64_t due = due_time(now);
        if (due > now || !may_issue(due)) return;
        connection *c = load.idle[--load.idle_count];
        render_request(c, (uint64_t)options.first + load.issued++);
        response_reset(&c->answer);
        c->due = due;
        c->waiting = true;
        if (!connection_send(c)) lose(c);
    }
}

static void serve_event(connection *c, int64_t now) {
    if (!connection_send(c)) return lose(c);
    switch (connection_read(c)) {
        case STILL_WAITING: return;
        case ANSWERED: return take_answer(c, now);
        case BROKEN: return lose(c);
    }
}

// Wakes the loop when requests fall due; a closed loop needs only the answers.
static void start_timer(void) {
    load.timer = timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC);
    double interval = SECOND / options.rate;
    long tick = interval < TICK_NANOSECONDS_MIN ? TICK_NANOSECONDS_MIN : (long)interval;
    struct timespec period = {.tv_sec = tick / 1000000000, .tv_nsec = tick % 1000000000};
    struct itimerspec setting = {.it_interval = period, .it_value = period};
    timerfd_settime(load.timer, 0, &setting, NULL);
    struct epoll_event event = {.events = EPOLLIN, .data.ptr = NULL};
    epoll_ctl(load.epoll, EPOLL_CTL_ADD, load.timer, &event);
}

// A timer that nobody reads goes off only once.
static void read_timer(void) {
    uint64_t ticks;
    if (read(load.timer, &ticks, sizeof ticks) < 0 && errno != EAGAIN) refuse("cannot read the timer", strerror(errno));
}

static void open_connections(void) {
    load.port = (int)options.port;
    load.connections = (int)options.connections;
    load.epoll = epoll_create1(EPOLL_CLOEXEC);
    load.all = calloc((size_t)load.connections, sizeof *load.all);
    if (!load.all) refuse("out of memory", "connections");
    for (int i = 0; i < load.connections; i++) {
        if (!connection_open(&load.all[i], load.port, load.epoll)) refuse("cannot connect", strerror(errno));
        load.idle[load.idle_count++] = &load.all[i];
    }
}

static void run(void) {
    struct epoll_event events[EVENTS];
    int64_t now = load.start = nanoseconds_now();
    load.measured_from = now + (int64_t)(options.warm_up * SECOND);
    load.end = load.measured_from + (int64_t)(options.seconds * SECOND);
    const int64_t stop = load.end + (int64_t)(DRAIN_SECONDS * SECOND);
    while (now < stop) {
        send_what_is_due(now);
        if (load.idle_count == load.connections && !may_issue(due_time(now))) break;
        int count = epoll_wait(load.epoll, events, EVENTS, 100);
        now = nanoseconds_now();
        for (int i = 0; i < count; i++) {
            if (events[i].data.ptr) serve_event(events[i].data.ptr, now);
            else read_timer();
        }
    }
    load.end = load.end < now ? load.end : now;
}

// Requests that never got an answer count with the time they have waited so far. Returns how many there are.
static uint64_t count_unanswered(void) {
    uint64_t unanswered = 0;
    int64_t now = nanoseconds_now();
    for (int i = 0; i < load.connections; i++) {
        if (!load.all[i].waiting) continue;
        unanswered++;
        histogram_record(&load.latency, now - load.all[i].due);
    }
    for (; options.rate > 0 && may_issue(due_time(now)); load.issued++, unanswered++)
        histogram_record(&load.latency, now - due_time(now));
    return unanswered;
}

static void print_report(uint64_t unanswered) {
    double seconds = (double)(load.end - load.measured_from) / SECOND;
    printf("{\"requests\": %" PRIu64 ", \"answered\": %" PRIu64, load.issued, load.answered);
    printf(", \"broken\": %" PRIu64 ", \"unanswered\": %" PRIu64 ", \"status\": {", load.broken, unanswered);
    const char *separator = "";
    for (int status = 0; status < STATUSES; status++) {
        if (load.status[status] == 0) continue;
        printf("%s\"%d\": %" PRIu64, separator, status, load.status[status]);
        separator = ", ";
    }
    printf("}, \"seconds\": %.3f, \"throughput\": %.1f, \"latency_us\": ", seconds, (double)load.measured / seconds);
    histogram_print_json(&load.latency, stdout);
    printf("}\n");
}

int main(int count, char **arguments) {
    read_options(count, arguments, option_list, sizeof option_list / sizeof *option_list);
    if (options.port == 0) refuse("value missing", "--port");
    if (*options.authorizations) read_authorizations(options.authorizations);
    open_connections();
    if (options.rate > 0) start_timer();
    run();
    print_report(count_unanswered());
    return 0;
}
