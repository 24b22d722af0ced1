"""W1: what pages take the server in a shop with very many members, what they weigh, and what open dashboards cost."""
import gzip
import random
import re
import socket
import time

from ..failure import RunFailed
from ..measurement import Measurement, Target
from ..orders_file import SEED
from ..shop import OWNER, SHOP
from ..tuzo import Server
from ..visitor import Visitor, p95_ms

MEMBERS, MEMBERS_QUICK = 1_000_000, 10_000
ENTRIES_PER_MEMBER = 10
CUSTOMERS = 40  # who look at their wallets; each signs in
VIEWS = 400
P95_MS_MAX = 10
KILOBYTES_MAX = 100
DASHBOARDS, DASHBOARDS_QUICK = 1_000, 100
DASHBOARDS_MB_MAX = 50
SETTLE_SECONDS = 2


def run(bench):
    members = MEMBERS_QUICK if bench.quick else MEMBERS
    dashboards = DASHBOARDS_QUICK if bench.quick else DASHBOARDS

    def line(what, unit, limit):
        return Measurement("W1", what, unit, Target("at most", limit, of="ours"), "reads only")

    times = {name: line(f"p95 of {name}, {members:,} members", "ms", P95_MS_MAX)
             for name in ["the wallet", "a shop in it", "the overview", "the list of members"]}
    weight = line("the heaviest of them with all its files", "kB", KILOBYTES_MAX)
    open_ones = line(f"memory of {dashboards:,} open dashboards", "MB", DASHBOARDS_MB_MAX)
    with Server(bench.binary, bench.histories.database(members * ENTRIES_PER_MEMBER, members)) as server:
        pick = random.Random(SEED)
        customers = [Visitor.signed_in(server, f"m{pick.randrange(members)}") for _ in range(CUSTOMERS)]
        owner = Visitor.signed_in(server, OWNER)
        views = {
            "the wallet": (customers, "/loyalty"), "a shop in it": (customers, f"/loyalty/{SHOP}"),
            "the overview": ([owner], "/shop/loyalty"), "the list of members": ([owner], "/shop/loyalty/members"),
        }
        for load in bench.each_round("W1"):
            for name, (visitors, path) in views.items():
                times[name].add(p95_ms(visitors, path, VIEWS), load=load)
            weight.add(max(kilobytes(visitors[0], path) for visitors, path in views.values()), load=load)
            open_ones.add(dashboards_mb(server, owner, dashboards), load=load)
    return [*times.values(), weight, open_ones]


def kilobytes(visitor, path):
    """A page with the styles, scripts and icons that it names, compressed as they are sent."""
    page = visitor.get(path)
    html = gzip.decompress(page).decode()
    files = set(re.findall(r'"(/assets/[^"#]+\.(?:css|js|svg))', html))
    return (len(page) + sum(len(visitor.get(file)) for file in files)) / 1000


def dashboards_mb(server, owner, count):
    """What so many open streams of a shop's events add to the server's memory."""
    before = server.memory_mb()
    request = (f"GET /shop/loyalty/activity HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: {owner.cookie}\r\n"
               "Accept: text/event-stream\r\n\r\n").encode()
    streams = []
    try:
        for _ in range(count):
            stream = socket.create_connection(("127.0.0.1", server.port), timeout=30)
            streams.append(stream)
            stream.sendall(request)
        for stream in streams:
            if b" 200 " not in stream.recv(4096):
                raise RunFailed("a dashboard could not be opened")
        time.sleep(SETTLE_SECONDS)
        return max(0.0, server.memory_mb() - before)
    finally:
        for stream in streams:
            stream.close()
