"""A simulation of the lines in which orders of a shop wait for one another, in steps of a millisecond."""
import bisect
import itertools
import random
from collections import deque

STEP = 0.001
SECONDS = 20
BATCH_MAX = 64  # orders of a shop that share a commit
THREADS = 8  # of a server, each with one shop at a time
SEED = 1
SLOW_MS = 250  # a p99 beyond which a line cannot be called short


def zipf(shops, exponent):
    """How much of all orders each shop has: the second has half of the first's, with an exponent of one."""
    weights = [1 / (rank + 1) ** exponent for rank in range(shops)]
    total = sum(weights)
    return [weight / total for weight in weights]


def simulate(shares, rate, line, servers, cores=None, order_seconds=0, seconds=SECONDS):
    """Orders at `rate` a second to shops with these shares. Returns the rate that was reached, and the p99 in ms.

    A batch holds its shop's line for a commit and for each of its orders. All batches share so many cores of the
    database, of which an order takes `order_seconds`.
    """
    dice = random.Random(SEED)
    edges = list(itertools.accumulate(shares))
    waiting, busy, ready = {}, {}, deque()
    latencies, due, now = [], dice.expovariate(rate), 0.0
    while now < seconds:
        now += STEP
        while due <= now:
            shop = min(bisect.bisect(edges, dice.random() * edges[-1]), len(shares) - 1)
            if shop not in waiting and shop not in busy:
                ready.append(shop)
            waiting.setdefault(shop, deque()).append(due)
            due += dice.expovariate(rate)
        finish(now, busy, waiting, ready, latencies)
        while ready and len(busy) < servers * THREADS:
            shop = ready.popleft()
            orders = [waiting[shop].popleft() for _ in range(min(BATCH_MAX, len(waiting[shop])))]
            if not waiting[shop]:
                del waiting[shop]
            crowd = max(1, (len(busy) + 1) / cores) if cores else 1
            work = max(line["order"], order_seconds * crowd)
            busy[shop] = (now + line["commit"] + work * len(orders), orders)
    latencies.sort()
    settled = len(latencies)
    return settled / seconds, latencies[int(settled * 0.99)] * 1000 if settled else float("inf")


def finish(now, busy, waiting, ready, latencies):
    for shop in [shop for shop, (end, _) in busy.items() if end <= now]:
        end, orders = busy.pop(shop)
        latencies += [end - order for order in orders]
        if shop in waiting:
            ready.append(shop)


def check_against(costs):
    """The rates that were measured beside those that the simulation reaches under more than it can do."""
    database = costs["spread"]["database_us"] / 1e6
    both = database + costs["spread"]["server_us"] / 1e6
    cores, beyond = costs["machine"]["cores"], 4 * costs["spread"]["orders_per_second"]
    one, _ = simulate([1], beyond, costs["line"], servers=1, seconds=5)
    many, _ = simulate([1 / 100] * 100, beyond, costs["line"], 1, cores, both, seconds=5)
    return {
        "one shop": (costs["one_shop"]["orders_per_second"], one),
        "100 shops, all on this machine": (costs["spread"]["orders_per_second"], many)}


def breaking_points(installation, costs):
    """The p99 of the largest shop's orders in the busiest hour, and about the most that its line can bear."""
    peak, most = installation.peak_orders_per_second, bearable(costs["line"])
    largest = zipf(installation.shops, 1)[0]
    rates = {
        f"{largest:.0%} of the market, the largest by rank": largest * peak, "a quarter of the market": peak / 4,
        "the whole market": peak, "a tenth less than its line bears": 0.9 * most, "a tenth more": 1.1 * most}
    rows = [(name, rate, simulate([1], rate, costs["line"], servers=1)[1]) for name, rate in rates.items()]
    return {"rows": rows, "bearable": most}


def bearable(line):
    """The most orders a second of one shop with a p99 that is not slow."""
    low, high = 1, 2 / line["order"] if line["order"] else 100_000
    while high - low > low * 0.02:
        middle = (low + high) / 2
        _, p99 = simulate([1], middle, line, servers=1, seconds=10)
        low, high = (middle, high) if p99 <= SLOW_MS else (low, middle)
    return low
