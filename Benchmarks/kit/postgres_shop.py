"""The shop of the benchmarks on PostgreSQL: under a server, and as a function that pgbench calls."""
import base64
import contextlib
import os

from .failure import RunFailed
from .many_shops import open_shops
from .programs import HERE
from .shop import MEMBERS, Orders, open_shop
from .tuzo import Server, run_command

CONNECTIONS = 64
FUNCTION = os.path.join(HERE, "reference", "order.sql")
SCRIPT = os.path.join(HERE, "reference", "order.pgbench")
SECRET = base64.b64encode(bytes(32)).decode()  # of nothing but the benchmark


@contextlib.contextmanager
def postgres_servers(bench, postgres, count=1):
    """So many servers on one fresh database."""
    with postgres.database("ours") as address, contextlib.ExitStack() as stack:
        yield [stack.enter_context(one_server(bench, address)) for _ in range(count)]


@contextlib.contextmanager
def one_server(bench, address):
    with bench.database() as place, Server(bench.binary, place, settings(address)) as server:  # the place of its log
        yield server


def settings(address):
    return {"TUZO_SECRET_KEY": SECRET, "TUZO_DATABASE_URL": address}


def open_all(bench, server, shops=1, members=MEMBERS):
    """Makes the shops and their members. Returns the orders to send."""
    open_shop(server)
    if shops > 1:
        open_shops(bench, server, shops)
    return Orders(bench, server, members=members, shops=shops)


@contextlib.contextmanager
def reference_database(bench, postgres, shops=1, members=MEMBERS):
    """The server's tables with the function on them, and as many members. Yields the database's name."""
    with postgres.database("theirs") as address:
        with bench.database() as place:
            run_command(bench.binary, ["migrate"], place, settings(address))
        with open(FUNCTION) as file:
            postgres.sql("theirs", file.read())
        record_orders(postgres, "theirs", shops, members)
        postgres.sql("theirs", "VACUUM ANALYZE")
        yield "theirs"


def record_orders(postgres, database, shops, members):
    """One of each member, by the function."""
    numbers = f"generate_series(0, {members} - 1) AS n"
    postgres.sql(database, f"SELECT record_order(n, {members}, {shops}) FROM {numbers}")


def reference_orders(bench, postgres, database, shops=1, members=MEMBERS):
    """The function on every connection, each order new. Returns pgbench's report."""
    report = postgres.pgbench(
        database, SCRIPT, CONNECTIONS, bench.whole_seconds, connections=CONNECTIONS, members=members,
        shops=shops, first=members, i=0)
    orders, entries = counts(postgres, database)
    if orders != entries or orders <= members:
        raise RunFailed(f"the reference has {orders:,} orders and {entries:,} entries")
    return report


def check_orders(postgres, sent):
    """Every order that was acknowledged is there once; one more is the proof's."""
    orders, entries = counts(postgres, "ours")
    if not orders == entries == sent + 1:
        raise RunFailed(f"{sent:,} orders were sent, and there are {orders:,} with {entries:,} entries")


def counts(postgres, database):
    """Of orders, and of entries."""
    answer = postgres.sql(database, "SELECT COUNT(*), (SELECT COUNT(*) FROM entry) FROM order_state")
    return tuple(int(count) for count in answer.split("|"))
