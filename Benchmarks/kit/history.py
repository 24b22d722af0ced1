"""Shops with a long history, made by an import."""
import contextlib
import os
import shutil
import tempfile

from .orders_file import write_orders
from .shop import SHOP, open_shop
from .tuzo import Server, run_command


def import_history(binary, database, orders, members):
    """A shop with so many orders, each with its entry and its lot. Members are m0, m1, …"""
    with Server(binary, database) as server:
        open_shop(server)
    file = os.path.join(os.path.dirname(database), "orders.csv")
    write_orders(file, orders, members, by_member=True)
    run_command(binary, ["import", "orders", file, "--shop", SHOP], database)
    os.remove(file)


class Histories:
    """Imports each history once and keeps it until the run ends, because the long ones take many minutes."""

    def __init__(self, binary, data):
        self._binary = binary
        self._data = data
        self._databases = {}

    def database(self, orders, members):
        """A path. Who changes what is in it takes a copy."""
        size = orders, members
        if size not in self._databases:
            print(f"a history of {orders:,} orders of {members:,} members is imported", flush=True)
            database = os.path.join(tempfile.mkdtemp(prefix="history-", dir=self._data), "bench.db")
            import_history(self._binary, database, orders, members)
            self._databases[size] = database
        return self._databases[size]

    @contextlib.contextmanager
    def copy(self, orders, members):
        """A path that goes when the block ends."""
        folder = tempfile.mkdtemp(prefix="copy-", dir=self._data)
        try:
            yield copied(self.database(orders, members), os.path.join(folder, "bench.db"))
        finally:
            shutil.rmtree(folder)


def copied(database, copy):
    for ending in ("", ".key"):
        shutil.copyfile(database + ending, copy + ending)
    return copy
