"""Whether the function that pgbench calls still does what the server does: the same rows for the same orders."""
from .agreement import compare_rows
from .failure import RunFailed
from .postgres_shop import postgres_servers, record_orders, reference_database
from .shop import Orders, open_shop

MEMBERS = 500
TABLES = "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY 1"


def check_postgres_agreement(bench, postgres):
    """Sends one order of each member through both."""
    with reference_database(bench, postgres, members=0) as reference:
        before = rows_by_table(postgres, reference)
        record_orders(postgres, reference, shops=1, members=MEMBERS)
        expected = added(before, rows_by_table(postgres, reference))
    with postgres_servers(bench, postgres) as (server,):
        open_shop(server)
        before = rows_by_table(postgres, "ours")
        Orders(bench, server, members=MEMBERS)
        after = rows_by_table(postgres, "ours")
    differing = compare_rows(added(before, after), expected)
    if differing:
        raise RunFailed("\n".join(differing))


def added(before, after):
    return {table: count - before.get(table, 0) for table, count in after.items()}


def rows_by_table(postgres, database):
    tables = postgres.sql(database, TABLES).split()
    counts = postgres.sql(database, " UNION ALL ".join(f'SELECT COUNT(*) FROM "{table}"' for table in tables))
    return dict(zip(tables, (int(count) for count in counts.split())))
