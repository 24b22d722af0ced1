"""What every workload is given."""
import contextlib
import os
import shutil
import tempfile

from .disk import Disk
from .history import Histories
from .machine import describe, load_average
from .postgres import Postgres
from .programs import Programs
from .shop import Orders, open_shop
from .tuzo import Server

IN_MEMORY = "none: the folder is in memory"


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
        self.durability = IN_MEMORY if self.disk.is_memory else "SQLite WAL, synchronous=FULL"
        self.postgres_durability = IN_MEMORY if self.disk.is_memory else "PostgreSQL, synchronous_commit=on"

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

    def postgres(self):
        """`with bench.postgres() as postgres:` has a PostgreSQL of its own."""
        return Postgres(self._data, self.disk)

    @property
    def whole_seconds(self):
        """Of a round, for programs that count no parts of them."""
        return max(1, round(self.seconds))

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
