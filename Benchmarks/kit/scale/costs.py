"""What an order costs on PostgreSQL: bytes that stay, bytes of log, work of both processors, time of a shop's line."""
import re

from ..machine import load_average
from ..postgres_shop import open_all, postgres_servers
from ..process import processor_seconds
from ..workloads.e1_expiry import metrics

SHOPS = 100
MEMBERS, MEMBERS_QUICK = 10_000, 1_000
ORDERS_PER_MEMBER = 10
CONNECTIONS = 64
LOG_AND_POSTMASTER = """
    SELECT pg_current_wal_lsn() - '0/0'::pg_lsn, split_part(pg_read_file('postmaster.pid'), E'\\n', 1)"""


def measure(bench):
    members = MEMBERS_QUICK if bench.quick else MEMBERS
    with bench.postgres() as postgres:
        with postgres_servers(bench, postgres) as (server,):
            many = Place(postgres, server, open_all(bench, server, SHOPS, members))
            many.send(seconds=3600, warm_up=0, requests=(ORDERS_PER_MEMBER - 1) * members)
            sizes = table_sizes(postgres, members)
            spread = many.watched()
        with postgres_servers(bench, postgres) as (server,):
            one = Place(postgres, server, open_all(bench, server, 1, members))
            alone, together = one.watched(connections=1), one.watched()
    return {
        "machine": bench.machine, "durability": bench.postgres_durability, "load_average": load_average(),
        "bytes": sizes, "spread": spread, "alone": alone, "one_shop": together, "line": line(alone, together)}


def table_sizes(postgres, members):
    """Bytes a row with its indexes, and rows an order, of each table that grows."""
    postgres.sql("ours", "VACUUM ANALYZE")
    orders = ORDERS_PER_MEMBER * members
    rows = postgres.sql("ours", """
        SELECT relname, pg_table_size(oid), pg_indexes_size(oid) FROM pg_class
        WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace""")
    sizes = {}
    for row in rows.splitlines():
        name, table, indexes = row.split("|")
        count = int(postgres.sql("ours", f"SELECT COUNT(*) FROM {name}"))
        if count >= members // 2:  # the others grow with shops and days only
            sizes[name] = {"table": int(table) / count, "indexes": int(indexes) / count, "an_order": count / orders}
    return sizes


def line(alone, together):
    """Seconds that a shop's line is taken: for a commit, and for each order in it. A batch takes the sum of both."""
    one, many = 1 / alone["commits_per_second"], 1 / together["commits_per_second"]
    each = min(max((many - one) / (together["orders_per_commit"] - 1), 0), one)
    return {"commit": one - each, "order": each}


class Place:
    """Orders to one server, and what both processors do for them."""

    def __init__(self, postgres, server, orders):
        self._postgres, self._server, self._orders = postgres, server, orders

    def send(self, **pace):
        return self._orders.send(**{"connections": CONNECTIONS, **pace})

    def watched(self, **pace):
        before = self._counters()
        report = self.send(**{"warm_up": 0, **pace})
        spent = {name: after - before[name] for name, after in self._counters().items()}
        orders = report["requests"]
        return {
            "orders_per_second": report["throughput"], "p99_ms": report["latency_us"]["p99"] / 1000,
            "orders_per_commit": spent["transactions"] / spent["commits"],
            "commits_per_second": spent["commits"] / orders * report["throughput"],
            "log_bytes": spent["log_bytes"] / orders, "server_us": spent["server"] / orders * 1e6,
            "database_us": spent["database"] / orders * 1e6, "flushes_per_second": report["flushes_per_second"]}

    def _counters(self):
        said = metrics(self._server.port)
        log, postmaster = self._postgres.sql("ours", LOG_AND_POSTMASTER).split("|")
        return {
            "transactions": counter(said, "tuzo_database_transactions_total"),
            "commits": counter(said, "tuzo_database_commits_total"), "server": self._server.processor_seconds(),
            "log_bytes": int(log), "database": processor_seconds(int(postmaster))}


def counter(said, name):
    return float(re.search(rf"^{name} (\S+)$", said, re.MULTILINE)[1])
