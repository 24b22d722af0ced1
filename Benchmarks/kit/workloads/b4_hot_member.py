"""B4: all orders of one member on PostgreSQL, against pgbench on one row."""
import os

from ..measurement import Measurement, Target
from ..postgres_shop import CONNECTIONS, check_orders, open_all, postgres_servers
from ..programs import HERE

TIMES_MIN = 5
SCRIPT = os.path.join(HERE, "reference", "hot.pgbench")
TABLE = "CREATE TABLE hot (id BIGINT PRIMARY KEY, balance BIGINT NOT NULL); INSERT INTO hot VALUES (1, 0)"


def run(bench):
    line = Measurement(
        "B4", f"orders of one member, {CONNECTIONS} connections", "/s", Target("at least", TIMES_MIN),
        bench.postgres_durability, "/s pgbench, an update of one row")
    with bench.postgres() as postgres:
        for load in bench.each_round("B4"):
            with postgres.database("hot"):
                postgres.sql("hot", TABLE)
                theirs = postgres.pgbench("hot", SCRIPT, CONNECTIONS, bench.whole_seconds)
            with postgres_servers(bench, postgres) as (server,):
                orders = open_all(bench, server, members=1)
                ours = orders.send(connections=CONNECTIONS)
                check_orders(postgres, orders.count)
            line.add(ours["throughput"], theirs["transactions_per_second"], load, ours=ours, theirs=theirs)
    return [line]
