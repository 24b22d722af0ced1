"""P1: previews of an unsaved program for a shop with a million members, and what orders feel of them."""
import threading
import time

from ..failure import RunFailed
from ..history import import_history
from ..measurement import Measurement, Target
from ..shop import CONNECTIONS, OWNER, SHOP, Orders
from ..tuzo import Server

MEMBERS, MEMBERS_QUICK = 1_000_000, 20_000
SECONDS_MAX = 60
P99_TIMES_MAX = 2
GROWTH_MB_MAX = 50
RATE = 1_000  # orders a second, far below the ceiling
PATH = f"/api/shops/{SHOP}/program/preview"


def run(bench):
    members = MEMBERS_QUICK if bench.quick else MEMBERS
    alone = Measurement(
        "P1", f"preview for {members:,} members", "s", Target("at most", SECONDS_MAX, of="ours"), "reads only")
    memory = Measurement(
        "P1", "memory it takes at most", "MB", Target("at most", GROWTH_MB_MAX, of="ours"), "reads only")
    latency = Measurement(
        "P1", f"p99 of {RATE:,} orders a second meanwhile", "ms", Target("at most", P99_TIMES_MAX), bench.durability,
        "ms without it")
    with bench.database() as database:
        import_history(bench.binary, database, members, members)
        with Server(bench.binary, database) as server:
            token = server.token(OWNER)
            orders = Orders(bench, server, prepares=False)
            before = server.memory_mb()
            for load in bench.each_round("P1"):
                alone.add(preview(server, token, members), load=load)
                if not memory.ours:
                    memory.add(server.memory_mb("VmHWM") - before, load=load)
                quiet = orders.send(connections=CONNECTIONS, rate=RATE)
                with Previews(server, token, members):
                    busy = orders.send(connections=CONNECTIONS, rate=RATE)
                latency.add(
                    busy["latency_us"]["p99"] / 1000, quiet["latency_us"]["p99"] / 1000, load, ours=busy, theirs=quiet)
    return [alone, memory, latency]


def preview(server, token, members):
    """One preview. Returns its seconds."""
    start = time.monotonic()
    answer = server.call("POST", PATH, {"points_per_unit": 2}, bearer=token, timeout=20 * SECONDS_MAX)
    seconds = time.monotonic() - start
    counted = sum(tier["after"] for tier in answer["members"])
    if counted < members:
        raise RunFailed(f"the preview counted {counted:,} of {members:,} members")
    return seconds


class Previews(threading.Thread):
    """Asks for one preview after the other until the block ends."""

    def __init__(self, *arguments):
        super().__init__(daemon=True)
        self._arguments = arguments
        self._is_over = False

    def run(self):
        while not self._is_over:
            preview(*self._arguments)

    def __enter__(self):
        self.start()

    def __exit__(self, *_):
        self._is_over = True
        self.join()
