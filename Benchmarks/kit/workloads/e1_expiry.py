"""E1: the lapse of a million lots, alone and under orders, and what the orders feel of it."""
import datetime
import http.client
import sqlite3
import threading
import time

from ..failure import RunFailed
from ..history import copied, import_history
from ..measurement import Measurement, Target
from ..shop import CONNECTIONS, Orders
from ..tuzo import Server, run_command

LOTS, LOTS_QUICK = 1_000_000, 20_000
LOTS_PER_MEMBER = 10
SECONDS_MAX = 30
P99_TIMES_MAX = 2
RATE = 1_000  # orders a second, far below the ceiling
LAST_DAYS = (1, 10)  # the lots of a member lapse on one day, or on as many as there are
OFF, ONCE = "0", "86400"  # TUZO_UPKEEP_SECONDS


def run(bench):
    lots = LOTS_QUICK if bench.quick else LOTS
    seconds = Target("at most", SECONDS_MAX, of="ours")
    alone = {
        days: Measurement("E1", f"lapse of {lots:,} lots, {days} a member", "s", seconds, bench.durability)
        for days in LAST_DAYS}
    beside = Measurement("E1", f"lapse of {lots:,} lots under {RATE:,} orders a second", "s", seconds, bench.durability)
    latency = Measurement(
        "E1", "p99 of orders meanwhile", "ms", Target("at most", P99_TIMES_MAX), bench.durability, "ms without it")
    for load in bench.each_round("E1"):
        with bench.database() as database:
            import_history(bench.binary, database, lots, lots // LOTS_PER_MEMBER)
            for days in LAST_DAYS:
                ours = lapse_alone(bench, ripened(database, days), lots)
                alone[days].add(ours["seconds"], load=load, ours=ours)
            # Where lots have had their last day but nobody looked, orders would do that work themselves.
            quiet, _ = lapse_beside_orders(bench, copied(database, f"{database}.quiet"), OFF)
            busy, took = lapse_beside_orders(bench, ripened(database, 1), ONCE)
        beside.add(took, load=load, ours={"seconds": took})
        latency.add(
            busy["latency_us"]["p99"] / 1000, quiet["latency_us"]["p99"] / 1000, load, ours=busy, theirs=quiet)
    return [*alone.values(), beside, latency]


def ripened(database, last_days):
    """A copy whose lots have all had their last days, of which their members were warned."""
    copy = copied(database, f"{database}.{last_days}")
    yesterday = (datetime.datetime.now(datetime.timezone.utc).date() - datetime.date(1970, 1, 1)).days - 1
    with sqlite3.connect(copy) as connection:
        connection.execute("UPDATE lot SET expires_on = ? - sequence % ?", (yesterday, last_days))
        connection.execute(
            "INSERT INTO expiry_warning (shop_id, customer_id, expires_on, days_before, lapses_on, points, warned_at) "
            "SELECT shop_id, customer_id, expires_on, 30, expires_on, SUM(points), 0 FROM lot "
            "GROUP BY shop_id, customer_id, expires_on")
        connection.execute("UPDATE member SET due_on = ?", (yesterday,))
    connection.close()
    return copy


def lapse_alone(bench, database, lots):
    bench.disk.settle()
    _, seconds, peak = run_command(bench.binary, ["upkeep"], database)
    check(database)
    return {"seconds": seconds, "peak_mb": peak, "lots_per_second": lots / seconds}


def lapse_beside_orders(bench, database, setting):
    """Orders at a steady rate while the server does its scheduled work, or not. Returns their report, and the seconds
    that the work took."""
    bench.disk.settle()
    with Server(bench.binary, database, {"TUZO_UPKEEP_SECONDS": setting}) as server:
        clock = Stopwatch(server) if setting != OFF else None
        report = Orders(bench, server, prepares=False).send(connections=CONNECTIONS, rate=RATE)
        took = clock.seconds() if clock else 0
    if clock:
        check(database)
    return report, took


class Stopwatch(threading.Thread):
    """Asks the server's metrics until the work is done for the first time."""

    def __init__(self, server):
        super().__init__(daemon=True)
        self._port = server.port
        self._start = time.monotonic()
        self._seconds = None
        self.start()

    def run(self):
        while self._seconds is None and time.monotonic() - self._start < 20 * SECONDS_MAX:
            if "\ntuzo_upkeep_runs_total 1" in "\n" + metrics(self._port):
                self._seconds = time.monotonic() - self._start
            time.sleep(0.05)

    def seconds(self):
        self.join()
        if self._seconds is None:
            raise RunFailed("the scheduled work did not end")
        return self._seconds


def metrics(port):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        connection.request("GET", "/metrics")
        return connection.getresponse().read().decode()
    finally:
        connection.close()


def check(database):
    """Work that left something out would look fast."""
    connection = sqlite3.connect(database)
    yesterday = (datetime.datetime.now(datetime.timezone.utc).date() - datetime.date(1970, 1, 1)).days - 1
    left, = connection.execute(
        "SELECT COUNT(*) FROM lot WHERE expires_on <= ? AND remaining_points > 0", (yesterday,)).fetchone()
    connection.close()
    if left:
        raise RunFailed(f"{left} lots did not lapse")
