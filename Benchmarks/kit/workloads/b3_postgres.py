"""B3: delivered order to durable points over HTTP on PostgreSQL, 64 connections, against pgbench."""
from ..measurement import Measurement, Target
from ..postgres_agreement import check_postgres_agreement
from ..postgres_shop import (
    CONNECTIONS, check_orders, open_all, postgres_servers, reference_database, reference_orders)

SHARE_MIN = 0.6
TIMES_MIN = 2
SHOPS = (1, 64)
MEMBERS, MEMBERS_QUICK = 10_000, 1_000
SCALE, SCALE_QUICK = CONNECTIONS, 5  # of TPC-B: as many branches as connections, so that they seldom meet


def run(bench):
    with bench.postgres() as postgres:
        check_postgres_agreement(bench, postgres)
        with postgres.database("tpcb"):
            postgres.prepare_tpcb("tpcb", SCALE_QUICK if bench.quick else SCALE)
            return measure(bench, postgres)


def measure(bench, postgres):
    def line(what, target, reference):
        return Measurement("B3", what, "/s", target, bench.postgres_durability, f"/s pgbench, {reference}")

    spread = {shops: line(
        f"orders, {CONNECTIONS} connections, {shops} shop{'s' * (shops > 1)}", Target("at least", SHARE_MIN),
        "an order a statement") for shops in SHOPS}
    bank = line("same, 1 shop", Target("at least", TIMES_MIN), "TPC-B")
    members = MEMBERS_QUICK if bench.quick else MEMBERS
    for load in bench.each_round("B3"):
        theirs_bank = postgres.pgbench("tpcb", None, CONNECTIONS, bench.whole_seconds)
        for shops, against in spread.items():
            with reference_database(bench, postgres, shops, members) as reference:
                theirs = reference_orders(bench, postgres, reference, shops, members)
            with postgres_servers(bench, postgres) as (server,):
                orders = open_all(bench, server, shops, members)
                ours = orders.send(connections=CONNECTIONS)
                check_orders(postgres, orders.count)
            against.add(
                ours["throughput"], theirs["transactions_per_second"], load, ours=ours, theirs=theirs)
            if shops == 1:
                bank.add(
                    ours["throughput"], theirs_bank["transactions_per_second"], load, ours=ours, theirs=theirs_bank)
    return [*spread.values(), bank]
