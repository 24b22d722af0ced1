"""B10: one, two and four servers on one PostgreSQL."""
import concurrent.futures

from ..curve import Curve
from ..measurement import Measurement, Target
from ..postgres_shop import check_orders, open_all, postgres_servers
from ..shop import CONNECTIONS, Orders

COUNTS = (1, 2, 4)
TIMES_MIN = 1  # where all share the machine with the database, more servers must at least not slow it down
SHOPS = 64
MEMBERS, MEMBERS_QUICK = 10_000, 1_000
APART = 100_000_000  # between the numbers of two servers' orders


def run(bench):
    curve = Curve("servers", "Orders a second of several servers on one PostgreSQL", "servers", "/s")
    lines = {count: Measurement(
        "B10", f"orders, {count} servers, {CONNECTIONS} connections in all", "/s", Target("at least", TIMES_MIN),
        bench.postgres_durability, "/s one server") for count in COUNTS[1:]}
    with bench.postgres() as postgres:
        for load in bench.each_round("B10"):
            reports = {count: together(bench, postgres, count) for count in COUNTS}
            rates = {count: sum(report["throughput"] for report in each) for count, each in reports.items()}
            for count, line in lines.items():
                line.add(rates[count], rates[1], load, all_of_them=reports[count], one=reports[1])
            for count, rate in rates.items():
                curve.add("orders", count, rate)
    lines[COUNTS[1]].curves.append(curve)
    return list(lines.values())


def together(bench, postgres, count):
    """The reports of so many servers that are asked at the same time."""
    with postgres_servers(bench, postgres, count) as servers:
        members = MEMBERS_QUICK if bench.quick else MEMBERS
        senders = [open_all(bench, servers[0], SHOPS, members)] + [
            Orders(bench, server, prepares=False, members=members, shops=SHOPS, first=number * APART)
            for number, server in enumerate(servers[1:], start=1)]
        with concurrent.futures.ThreadPoolExecutor(count) as pool:
            waiting = [pool.submit(sender.send, connections=CONNECTIONS // count) for sender in senders]
            reports = [each.result() for each in waiting]
        check_orders(postgres, members + sum(report["requests"] for report in reports))
        return reports
