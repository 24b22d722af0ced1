"""Whether the reference still does what the server does: the same tables, the same rows for the same orders."""
import contextlib
import sqlite3

from .shop import MEMBERS, Orders, open_shop
from .tuzo import Server

STRAY_ROWS = 2  # a sum of the day that is there already, or one for each side of midnight


def differences(bench):
    """Sends one order of each member through both. Returns what differs, a sentence each."""
    with bench.database() as reference, bench.database() as database:
        bench.programs.loop(reference, members=MEMBERS, orders=MEMBERS, seconds=600)
        with Server(bench.binary, database) as server:
            open_shop(server)
            before = rows_by_table(database)
            Orders(bench, server)
            after = rows_by_table(database)
        added = {table: count - before.get(table, 0) for table, count in after.items()}
        expected = rows_by_table(reference)
        return compare_rows(added, expected) + compare_shapes(database, reference, expected)


def compare_rows(added, expected):
    def sentence(table):
        return f"{table}: the server adds {added.get(table, 0):,} rows, the reference {expected.get(table, 0):,}"

    tables = sorted(set(added) | set(expected))
    return [sentence(table) for table in tables if abs(added.get(table, 0) - expected.get(table, 0)) > STRAY_ROWS]


def compare_shapes(database, reference, tables):
    shapes = [(table, shape(database, table), shape(reference, table)) for table in sorted(tables)]
    return [f"{table}: columns or indexes differ" for table, ours, theirs in shapes if ours != theirs]


def rows_by_table(database):
    with reading(database) as connection:
        names = [name for name, in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {name: connection.execute(f'SELECT COUNT(*) FROM "{name}"').fetchone()[0] for name in names}


def shape(database, table):
    """The columns of a table, and the columns of its indexes."""
    with reading(database) as connection:
        columns = [column[1:4] + column[5:] for column in connection.execute(f'PRAGMA table_info("{table}")')]
        indexes = connection.execute(f'PRAGMA index_list("{table}")').fetchall()
        keys = {(unique, *_columns(connection, name)) for _, name, unique, *_ in indexes}
        return columns, keys


def _columns(connection, index):
    return [name for _, _, name in connection.execute(f'PRAGMA index_info("{index}")')]


@contextlib.contextmanager
def reading(database):
    connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    try:
        yield connection
    finally:
        connection.close()
