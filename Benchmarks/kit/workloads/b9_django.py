"""B9: the same endpoints written in Django REST Framework, behind gunicorn, on the same kind of database."""
import os

from ..django_agreement import check_agreement
from ..django_server import DjangoServer, install
from ..failure import RunFailed
from ..measurement import Measurement, Target
from ..shop import CONNECTIONS, POINTS, SHOP, Orders, open_shop
from ..tokens import write_authorizations
from ..tuzo import PLATFORM_KEY, Server

TIMES_MIN = 20
SHARE_MAX = 0.2
PAGE = 50
MEMBERS, MEMBERS_QUICK = 2_000, 200  # few, because Django takes long to make them
WALLET = "/api/customer-loyalty/my_loyalty_accounts/"
HISTORY = f"/api/shops/{SHOP}/members/m{{m}}/entries?limit={PAGE}"
CALLS = ("orders", "wallets", "histories")


def run(bench):
    def line(what, unit, target, durability=bench.durability):
        return Measurement("B9", what, unit, target, durability, f"{unit} Django")

    commands = install(bench.folder)
    check_agreement(bench, commands)
    rates = {call: line(f"{call}, {CONNECTIONS} connections", "/s", Target("at least", TIMES_MIN)) for call in CALLS}
    latencies = {call: line(f"p99 of {call}", "ms", Target("at most", SHARE_MAX)) for call in CALLS}
    for call in CALLS[1:]:
        rates[call].durability = latencies[call].durability = "reads only"
    memory = line("memory after them, all processes", "MB", Target("at most", SHARE_MAX))
    for load in bench.each_round("B9"):
        with bench.database() as database, Server(bench.binary, database) as server:
            ours = one_side(bench, server)
        with bench.database() as database, DjangoServer(commands, database) as server:
            theirs = one_side(bench, server)
        for call in CALLS:
            mine, other = ours[call], theirs[call]
            rates[call].add(mine["throughput"], other["throughput"], load, ours=mine, theirs=other)
            latencies[call].add(
                mine["latency_us"]["p99"] / 1000, other["latency_us"]["p99"] / 1000, load, ours=mine, theirs=other)
        memory.add(ours["memory_mb"], theirs["memory_mb"], load)
    return [*rates.values(), *latencies.values(), memory]


def one_side(bench, server):
    """Reports of all calls, and the memory at the end."""
    members = MEMBERS_QUICK if bench.quick else MEMBERS
    open_shop(server)
    orders = Orders(bench, server, members=members)
    customers = write_authorizations(
        os.path.join(server.folder, "authorizations"), (f"m{member}" for member in range(members)))
    pace = {
        "connections": CONNECTIONS, "seconds": bench.seconds, "warm_up": bench.warm_up, "members": members}
    reports = {
        "orders": orders.send(connections=CONNECTIONS),
        "wallets": bench.programs.load(server, path=WALLET, authorizations=customers, **pace),
        "histories": bench.programs.load(server, path=HISTORY, authorization=f"Bearer {PLATFORM_KEY}", **pace),
    }
    check(server, members, orders.count)
    return {**reports, "memory_mb": server.memory_mb("VmHWM")}


def check(server, members, orders):
    """What was acknowledged must be in the ledgers; the members of the first orders stand for all."""
    for member in (0, 1, members - 1):
        rows = server.call("GET", HISTORY.replace("{m}", str(member)))["items"]
        least = orders // members
        if len(rows) < min(least, PAGE) or rows[0]["balance_after"] < least * POINTS:
            raise RunFailed(f"m{member} has {len(rows)} entries after {orders:,} orders: {rows[:1]}")
