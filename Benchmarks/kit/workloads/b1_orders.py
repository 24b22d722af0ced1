"""B1: delivered order to durable points over HTTP, 128 connections."""
from ..measurement import Measurement, Target
from ..shop import CONNECTIONS, MEMBERS

BATCH = 256
P99_MS_MAX = 50
SHARE_MIN = 0.4


def run(bench):
    def line(what, unit, target, reference=""):
        return Measurement("B1", what, unit, target, bench.durability, reference)

    share = Target("at least", SHARE_MIN)
    latency = Target("at most", P99_MS_MAX, of="ours")
    against_loop = line(f"orders, {CONNECTIONS} connections", "/s", share, f"/s C loop, batches of {BATCH}")
    against_empty = line("same", "/s", share, "/s GET /healthz")
    closed = line("p99, closed loop", "ms", latency)
    half = line("p99, half the ceiling", "ms", latency)
    for load in bench.each_round("B1"):
        loop = bench.loop(batch=BATCH, members=MEMBERS, prepare=MEMBERS, seconds=bench.seconds)
        with bench.server() as (server, orders):
            ceiling = orders.send(connections=CONNECTIONS)
            steady = orders.send(connections=CONNECTIONS, rate=ceiling["throughput"] / 2)
            empty = bench.programs.load(
                server, path="/healthz", connections=CONNECTIONS, seconds=bench.seconds, warm_up=bench.warm_up)
        against_loop.add(ceiling["throughput"], loop["orders_per_second"], load, ours=ceiling, theirs=loop)
        against_empty.add(ceiling["throughput"], empty["throughput"], load, ours=ceiling, theirs=empty)
        closed.add(ceiling["latency_us"]["p99"] / 1000, load=load, ours=ceiling)
        half.add(steady["latency_us"]["p99"] / 1000, load=load, ours=steady)
    return [against_loop, against_empty, closed, half]
