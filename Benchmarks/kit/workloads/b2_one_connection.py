"""B2: delivered order to durable points over HTTP, one connection: every order waits for its own sync."""
from ..measurement import Measurement, Target
from ..shop import MEMBERS
from ..turns import Side, take_turns

SHARE_MIN = 0.7
SLICES, SLICES_QUICK = 16, 4
SLICE_SECONDS = 0.5  # short: the sync rate of a throttled virtual disk can change tenfold within seconds


def run(bench):
    line = Measurement(
        "B2", "orders, 1 connection", "/s", Target("at least", SHARE_MIN), bench.durability, "/s C loop, batches of 1")
    for load in bench.each_round("B2"):
        with bench.database() as reference, bench.server() as (_, orders):
            bench.programs.loop(reference, members=MEMBERS, orders=MEMBERS, seconds=600)
            ours = Side(lambda: http_slice(orders))
            theirs = Side(lambda: loop_slice(bench, reference))
            take_turns(ours, theirs, slices=SLICES_QUICK if bench.quick else SLICES)
        line.add(ours.rate, theirs.rate, load, ours=ours.summary(), theirs=theirs.summary())
    return [line]


def http_slice(orders):
    report = orders.send(connections=1, seconds=SLICE_SECONDS, warm_up=0)
    return report["answered"], report["seconds"], report


def loop_slice(bench, database):
    report = bench.programs.loop(database, batch=1, members=MEMBERS, seconds=SLICE_SECONDS)
    return report["orders"], report["seconds"], report
