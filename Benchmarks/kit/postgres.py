"""A PostgreSQL of its own on the disk that is measured: durable, on a socket only, gone at the end."""
import contextlib
import glob
import os
import pwd
import re
import shutil
import subprocess
import tempfile

from .disk import FlushRate
from .failure import RunFailed, tail

USER = "bench"
THREADS = 2  # of pgbench
CONFIGURATION = """
listen_addresses = ''
unix_socket_directories = '{socket}'
max_connections = 500
shared_buffers = 1GB
max_wal_size = 8GB
checkpoint_timeout = 30min
fsync = on
synchronous_commit = on
full_page_writes = on
log_min_messages = fatal
"""


class Postgres:
    """`with Postgres(data, disk) as postgres:` runs inside the block. It refuses to run as root, so root lends it to
    `postgres` or `nobody`."""

    def __init__(self, data, disk):
        self._data_folder = data
        self._disk = disk
        self._binaries = find_binaries()
        self._as_user = []

    def __enter__(self):
        self._folder = tempfile.mkdtemp(prefix="postgres-", dir=self._data_folder)
        self._socket = tempfile.mkdtemp(prefix="bench-socket-")  # a path that is short enough for one
        if os.geteuid() == 0:
            self._lend_to_somebody()
        try:
            self._start()
        except BaseException:
            self._remove()
            raise
        return self

    def _lend_to_somebody(self):
        names = {entry.pw_name for entry in pwd.getpwall()}
        name = "postgres" if "postgres" in names else "nobody"
        self._as_user = ["runuser", "-u", name, "--"]
        os.chmod(self._data_folder, 0o711)
        for folder in (self._folder, self._socket):
            shutil.chown(folder, name)

    def _start(self):
        self._data = os.path.join(self._folder, "data")
        self._rule("initdb", "-D", self._data, "-U", USER, "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8")
        with open(os.path.join(self._data, "postgresql.conf"), "a") as file:
            file.write(CONFIGURATION.format(socket=self._socket))
        log = os.path.join(self._folder, "server.log")
        try:
            self._rule("pg_ctl", "start", "-D", self._data, "-l", log, "-w", "-s")
        except RunFailed as failure:
            raise RunFailed(f"{failure}\n{tail(log)}")

    def __exit__(self, *_):
        try:
            self._rule("pg_ctl", "stop", "-D", self._data, "-m", "fast", "-w", "-s")
        finally:
            self._remove()

    def _remove(self):
        for folder in (self._folder, self._socket):  # a server that was told to stop may still be at it
            shutil.rmtree(folder, ignore_errors=True)

    @contextlib.contextmanager
    def database(self, name):
        """A new database that goes when the block ends. Yields its address."""
        self.sql("postgres", f"CREATE DATABASE {name}")
        try:
            yield f"postgres://{USER}@/{name}?host={self._socket}"
        finally:
            self.sql("postgres", f"DROP DATABASE {name} WITH (FORCE)")

    def sql(self, database, text):
        """What it answers, a line a row, columns between bars."""
        return self._run(
            "psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-h", self._socket, "-U", USER, "-d", database,
            "-c", text)

    def pgbench(self, database, script, clients, seconds, **variables):
        """`script` again and again by each client, or TPC-B without one. Returns what it counted."""
        command = [
            "-h", self._socket, "-U", USER, "-n", "-M", "prepared", "-c", clients, "-j", THREADS, "-T", seconds]
        for name, value in variables.items():
            command += ["-D", f"{name}={value}"]
        self._disk.settle()
        with FlushRate(self._disk) as flushes:
            printed = self._run("pgbench", *command, *(["-f", script] if script else ["-b", "tpcb-like"]), database)
        rate = re.search(r"tps = ([\d.]+)", printed)
        latency = re.search(r"latency average = ([\d.]+) ms", printed)
        if not rate or not latency or not re.search(r"failed transactions: 0 ", printed):
            raise RunFailed(f"pgbench did not do all it was to do:\n{printed}")
        return {"transactions_per_second": float(rate[1]), "mean_ms": float(latency[1]),
                "flushes_per_second": flushes.per_second}

    def prepare_tpcb(self, database, scale):
        self._run("pgbench", "-h", self._socket, "-U", USER, "-i", "-q", "-s", scale, database)

    def _rule(self, program, *arguments):
        """As the user whose database it is. The output goes to a file: a server would keep a pipe open."""
        said = os.path.join(self._socket, f"{program}.log")
        with open(said, "w") as output:
            command = [*self._as_user, os.path.join(self._binaries, program), *arguments]
            result = subprocess.run(command, stdout=output, stderr=output, cwd="/")
        if result.returncode != 0:
            raise RunFailed(f"{program} ended with {result.returncode}:\n{tail(said)}")

    def _run(self, program, *arguments):
        command = [os.path.join(self._binaries, program), *(str(argument) for argument in arguments)]
        result = subprocess.run(command, capture_output=True, text=True)
        if result.returncode != 0:
            raise RunFailed(f"{program} ended with {result.returncode}: {result.stderr}")
        return result.stdout


def find_binaries():
    """The newest of Debian's packages, or what is in PATH."""
    found = glob.glob("/usr/lib/postgresql/*/bin/initdb")
    newest = max(found, key=lambda path: int(path.split("/")[4]), default=shutil.which("initdb"))
    if not newest:
        raise RunFailed("PostgreSQL is missing: install postgresql")
    return os.path.dirname(os.path.realpath(newest))
