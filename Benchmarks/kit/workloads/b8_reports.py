"""B8: the owner's figures over long ledgers, against the same sums straight from the entries."""
import gzip
import json
import time

from ..curve import Curve
from ..entry_sums import Entries
from ..failure import RunFailed
from ..measurement import Measurement, Target
from ..shop import OWNER, SHOP
from ..tokens import token
from ..tuzo import Server
from ..visitor import Visitor, p95_ms

SIZES, SIZES_QUICK = (100_000, 1_000_000, 10_000_000), (1_000, 5_000, 20_000)
ENTRIES_PER_MEMBER = 10
VIEWS = 400
P95_MS_MAX = 100
TIMES_MIN = 50
ANALYTICS = f"/api/loyalty-programs/customer_analytics/?shop_id={SHOP}"
OVERVIEW = "/shop/loyalty"
REPORTS = ("the analytics", "the overview")


def run(bench):
    sizes = SIZES_QUICK if bench.quick else SIZES
    largest = sizes[-1]
    curve = Curve("reports", "p95 of a report, and the same sums from the entries", "entries", "ms", P95_MS_MAX)
    times = {report: Measurement(
        "B8", f"p95 of {report}, {largest:,} entries", "ms", Target("at most", P95_MS_MAX, of="ours"), "reads only")
        for report in REPORTS}
    speeds = {report: Measurement(
        "B8", f"{report}, one after the other", "/s", Target("at least", TIMES_MIN), "reads only",
        "/s by SQL over the entries") for report in REPORTS}
    for load in bench.each_round("B8"):
        for size in sizes:
            took = one_round(bench, size)
            for report, (ours, theirs) in took.items():
                curve.add(report, size, ours)
                curve.add(f"{report}, from the entries", size, theirs)
                if size == largest:
                    times[report].add(ours, load=load)
                    speeds[report].add(1000 / ours, 1000 / theirs, load)
    times[REPORTS[0]].curves.append(curve)
    return [*times.values(), *speeds.values()]


def one_round(bench, size):
    """Milliseconds of both sides by report."""
    database = bench.histories.database(size, size // ENTRIES_PER_MEMBER)
    with Server(bench.binary, database) as server, Entries(database, SHOP) as entries:
        program, owner = Visitor.with_token(server, token(OWNER)), Visitor.signed_in(server, OWNER)
        sums, summed_in = timed(entries.analytics)
        check_analytics(json.loads(program.get(ANALYTICS)), sums)
        flow, flowed_in = timed(entries.overview)
        check_overview(gzip.decompress(owner.get(OVERVIEW)).decode(), flow)
        return {
            "the analytics": (p95_ms([program], ANALYTICS, VIEWS), summed_in),
            "the overview": (p95_ms([owner], OVERVIEW, VIEWS), flowed_in),
        }


def timed(work):
    start = time.monotonic()
    result = work()
    return result, (time.monotonic() - start) * 1000


def check_analytics(answer, sums):
    points, top = answer["points_statistics"], answer["top_customers"]
    ours = (answer["total_customers"], points["total_earned"], points["total_redeemed"], points["outstanding_balance"],
            [customer["total_points_earned"] for customer in top])
    theirs = (sums.members, sums.earned, sums.redeemed, sums.outstanding, sums.most_earned)
    if ours != theirs:
        raise RunFailed(f"the analytics say {ours}, the entries {theirs}")


def check_overview(page, flow):
    for figure in (flow.earned, flow.joined, flow.outstanding):
        if f"{figure:,}" not in page:
            raise RunFailed(f"the overview does not say {figure:,}, as the entries do")
