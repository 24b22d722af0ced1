"""B9: the same endpoints written in Django REST Framework, behind gunicorn, on the same kind of database."""
import os

from ..django_agreement import check_agreement
from ..django_server import DjangoServer, install
from ..failure import RunFailed
from ..measurement import Measurement, Target
from ..postgres_shop import postgres_servers, settings
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
    commands = install(bench.folder)
    check_agreement(bench, commands)
    comparison = Comparison("B9", "SQLite", bench.durability)
    for load in bench.each_round("B9"):
        with bench.database() as database, Server(bench.binary, database) as server:
            ours = one_side(bench, server)
        with bench.database() as database, DjangoServer(commands, database) as server:
            comparison.add(ours, one_side(bench, server), load)
    return comparison.lines


def run_on_postgres(bench):
    commands = install(bench.folder)
    comparison = Comparison("B9P", "PostgreSQL", bench.postgres_durability)
    with bench.postgres() as postgres:
        for load in bench.each_round("B9P"):
            with postgres_servers(bench, postgres) as (server,):
                ours = one_side(bench, server)
            with postgres.database("theirs") as address, bench.database() as place:
                with DjangoServer(commands, place, settings(address)) as server:
                    comparison.add(ours, one_side(bench, server), load)
    return comparison.lines


class Comparison:
    """The lines of the table for one kind of database."""

    def __init__(self, workload, kind, durability):
        def line(what, unit, target, durability):
            return Measurement(workload, f"{what}, {kind}", unit, target, durability, f"{unit} Django")

        how = {call: durability if call == "orders" else "reads only" for call in CALLS}
        self._rates = {call: line(
            f"{call}, {CONNECTIONS} connections", "/s", Target("at least", TIMES_MIN), how[call]) for call in CALLS}
        self._latencies = {call: line(
            f"p99 of {call}", "ms", Target("at most", SHARE_MAX), how[call]) for call in CALLS}
        self._memory = line("memory after them, all processes", "MB", Target("at most", SHARE_MAX), durability)

    def add(self, ours, theirs, load):
        for call in CALLS:
            mine, other = ours[call], theirs[call]
            self._rates[call].add(mine["throughput"], other["throughput"], load, ours=mine, theirs=other)
            self._latencies[call].add(
                mine["latency_us"]["p99"] / 1000, other["latency_us"]["p99"] / 1000, load, ours=mine, theirs=other)
        self._memory.add(ours["memory_mb"], theirs["memory_mb"], load)

    @property
    def lines(self):
        return [*self._rates.values(), *self._latencies.values(), self._memory]


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
