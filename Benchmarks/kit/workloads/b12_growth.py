"""B12: what an order and a wallet cost as members, entries and shops become more."""
import contextlib
import os

from ..curve import Curve
from ..measurement import Measurement, Target
from ..shop import CONNECTIONS, FIRST_AFTER_IMPORT, SHOP, order_body
from ..many_shops import open_shops
from ..tokens import write_authorizations
from ..tuzo import PLATFORM_KEY, Server

ENTRIES, ENTRIES_QUICK = (10_000, 100_000, 1_000_000, 10_000_000), (1_000, 2_000, 10_000, 20_000)
ENTRIES_PER_MEMBER = 10
SHOPS, SHOPS_QUICK = (1, 100, 10_000), (1, 10, 100)
MEMBERS_OF_SHOPS, MEMBERS_OF_SHOPS_QUICK = 10_000, 1_000
GROWTH_MAX = 1.5
BASE = 1  # the place of the size that growth is counted from
RATE = 500  # a second, far below the ceiling
WALLETS = 10_000  # of so many members at the most
WALLET = "/api/customer-loyalty/my_loyalty_accounts/"
WHAT = {"order": "an order", "wallet": "a wallet"}
NO_UPKEEP = {"TUZO_UPKEEP_SECONDS": "0"}  # E1 measures that


def run(bench):
    entries = ENTRIES_QUICK if bench.quick else ENTRIES
    shops = SHOPS_QUICK if bench.quick else SHOPS
    with contextlib.ExitStack() as stack:
        by_entries = {size: stack.enter_context(long_ledger(bench, size)) for size in entries}
        by_shops = {size: stack.enter_context(many_shops(bench, size)) for size in shops}
        return [
            *compare(bench, "entries", by_entries, entries[BASE]), *compare(bench, "shops", by_shops, shops[0])]


@contextlib.contextmanager
def long_ledger(bench, entries):
    """A server of a shop with so many entries, and a tenth as many members."""
    members = entries // ENTRIES_PER_MEMBER
    with bench.histories.copy(entries, members) as database, Server(bench.binary, database, NO_UPKEEP) as server:
        yield Place(bench, server, f"/api/shops/{SHOP}/orders/o{{n}}", members)


@contextlib.contextmanager
def many_shops(bench, shops):
    """A server of so many shops, with the same number of members and entries in all."""
    members = MEMBERS_OF_SHOPS_QUICK if bench.quick else MEMBERS_OF_SHOPS
    with bench.database() as database, Server(bench.binary, database, NO_UPKEEP) as server:
        open_shops(bench, server, shops)
        place = Place(bench, server, "/api/shops/s{s}/orders/o{n}", members, shops)
        place.order(seconds=3600, requests=members * ENTRIES_PER_MEMBER)
        yield place


def compare(bench, axis, places, base):
    """The longest p99 against that of the base, round by round, and the curve through all of them."""
    largest = max(places)
    curve = Curve(f"growth-{axis}", f"p99 of {RATE} a second, as {axis} become more", axis, "ms")
    lines = {kind: Measurement(
        "B12", f"p99 of {what}, {largest:,} {axis}", "ms", Target("at most", GROWTH_MAX),
        bench.durability if kind == "order" else "reads only", f"ms for {base:,}") for kind, what in WHAT.items()}
    for load in bench.each_round(f"B12, {axis}"):
        took = {size: place.measure() for size, place in places.items()}
        for kind, line in lines.items():
            p99 = {size: reports[kind]["latency_us"]["p99"] / 1000 for size, reports in took.items()}
            line.add(p99[largest], p99[base], load, ours=took[largest][kind], theirs=took[base][kind])
            for size, value in p99.items():
                curve.add(WHAT[kind], size, value)
    lines["order"].curves.append(curve)
    return list(lines.values())


class Place:
    """A server and what is sent to it."""

    def __init__(self, bench, server, path, members, shops=1):
        self._bench, self._server, self._path = bench, server, path
        self._spread = {"members": members, "shops": shops}
        self._next = FIRST_AFTER_IMPORT
        count = min(members, WALLETS)
        self._authorizations = write_authorizations(
            os.path.join(server.folder, "authorizations"), (f"m{n * members // count}" for n in range(count)))

    def measure(self):
        pace = {"seconds": self._bench.seconds, "warm_up": self._bench.warm_up, "rate": RATE}
        return {"order": self.order(**pace), "wallet": self._wallet(**pace)}

    def order(self, **pace):
        report = self._bench.programs.load(
            self._server, method="PUT", path=self._path, body=order_body(), expect=201, connections=CONNECTIONS,
            authorization=f"Bearer {PLATFORM_KEY}", first=self._next, **self._spread, **pace)
        self._next += report["requests"]
        return report

    def _wallet(self, **pace):
        return self._bench.programs.load(
            self._server, path=WALLET, authorizations=self._authorizations, connections=CONNECTIONS, **self._spread,
            **pace)
