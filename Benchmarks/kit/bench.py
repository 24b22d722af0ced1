"""What every workload is given."""
import contextlib
import os
import shutil
import tempfile

from .disk import Disk
from .history import Histories
from .machine import describe, load_average
from .programs import Programs
from .shop import Orders, open_shop
from .tuzo import Server


class Bench:
    def __init__(self, folder, binary, data, quick, rounds):
        self.folder = folder  # of programs that were built
        self.binary = binary
        self.quick = quick
        self.rounds = rounds
        self.seconds = 1.5 if quick else 8  # measured time of a round, after the warm-up
        self.warm_up = 0.5 if quick else 1
        self.histories = Histories(binary, data)
        self._data = data
        self.machine = describe(data)
        self.disk = Disk(data, self.machine["file_system"])
        self.programs = Programs(folder, self.disk)
        self.durability = "none: the folder is in memory" if self.disk.is_memory else "SQLite WAL, synchronous=FULL"

    def each_round(self, workload):
        """Counts the rounds, and yields the machine's load average as each begins."""
        for number in range(1, self.rounds + 1):
            print(f"{workload}: round {number} of {self.rounds}", flush=True)
            yield load_average()

    @contextlib.contextmanager
    def database(self):
        """The path of a database that does not exist yet; it goes when the block ends."""
        folder = tempfile.mkdtemp(prefix="round-", dir=self._data)
        try:
            yield os.path.join(folder, "bench.db")
        finally:
            shutil.rmtree(folder)

    def loop(self, **options):
        """One run of the reference on a fresh database."""
        with self.database() as database:
            return self.programs.loop(database, **options)

    @contextlib.contextmanager
    def server(self):
        """A server on a fresh database. Yields it and the orders to send to it."""
        with self.database() as database, Server(self.binary, database) as server:
            open_shop(server)
            yield server, Orders(self, server)
