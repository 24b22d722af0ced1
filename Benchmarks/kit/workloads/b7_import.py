"""B7: `tuzo import orders` of a long file, and whether its memory stays the same when the file is longer."""
import os

from ..disk import FlushRate
from ..failure import RunFailed
from ..measurement import Measurement, Target
from ..orders_file import SPREAD_DAYS, write_orders
from ..shop import OWNER, POINTS, SHOP, open_shop
from ..tuzo import Server, run_command

BATCH = 256
SHARE_MIN = 0.6
GROWTH_MAX = 1.2  # "does not grow", with room for what an allocator does
ROWS, ROWS_QUICK = 1_000_000, 50_000
SHORTER = 4  # the file for the comparison of memory is a quarter as long
ROWS_PER_MEMBER = 20


def run(bench):
    rows = ROWS_QUICK if bench.quick else ROWS
    speed = Measurement(
        "B7", f"import of {rows:,} orders", "/s", Target("at least", SHARE_MIN), bench.durability,
        f"/s C loop, batches of {BATCH}")
    memory = Measurement(
        "B7", "its peak memory", "MB", Target("at most", GROWTH_MAX), bench.durability,
        f"MB for {rows // SHORTER:,} orders")
    for load in bench.each_round("B7"):
        loop = bench.loop(
            batch=BATCH, members=rows // ROWS_PER_MEMBER, orders=rows, spread_days=SPREAD_DAYS, seconds=3600)
        shorter = import_orders(bench, rows // SHORTER)
        ours = import_orders(bench, rows)
        speed.add(rows / ours["seconds"], loop["orders_per_second"], load, ours=ours, theirs=loop)
        memory.add(ours["peak_mb"], shorter["peak_mb"], load, longer=ours, shorter=shorter)
    return [speed, memory]


def import_orders(bench, rows):
    """One import into a fresh database that holds the shop and its program."""
    members = rows // ROWS_PER_MEMBER
    with bench.database() as database:
        with Server(bench.binary, database) as server:
            open_shop(server)
        file = os.path.join(os.path.dirname(database), "orders.csv")
        least_points = write_orders(file, rows, members)
        bench.disk.settle()
        with FlushRate(bench.disk) as flushes:
            _, seconds, peak = run_command(bench.binary, ["import", "orders", file, "--shop", SHOP], database)
        check(bench, database, file, members, least_points)
    return {"rows": rows, "seconds": seconds, "peak_mb": peak, "flushes_per_second": flushes.per_second}


def check(bench, database, file, members, least_points):
    """An import that left something out would look fast."""
    refused = file + ".rejected"
    if os.path.exists(refused) and os.path.getsize(refused) > 0:
        raise RunFailed(f"the import refused lines, the first being {open(refused).readline()}")
    with Server(bench.binary, database) as server:
        path = f"/api/loyalty-programs/customer_analytics/?shop_id={SHOP}"
        answer = server.call("GET", path, bearer=server.token(OWNER))
    earned = answer["points_statistics"]["total_earned"]
    if answer["total_customers"] != members + 1 or earned < least_points + POINTS:  # one more: the proof's
        raise RunFailed(f"the import left something out: {answer}")
