"""Databases on a PostgreSQL server, seen from beside the program that uses them."""
import subprocess
import time

from server import Wrong

BETWEEN = "\x1f"
END = "that is all"
LOOK_AGAIN_SECONDS = 0.005
# What a row of a table may have in a column of a type.
VALUES = {"bigint": "n", "bytea": "convert_to('{name}-' || n, 'UTF8')", "text": "'{name}-' || n"}


class ServerDatabase:
    def __init__(self, postgres, name, url, folder):
        self._postgres, self.name = postgres, name
        self.url = url
        self.log = str(folder / f"{name}.log")

    def rows(self, query):
        lines = self._postgres.run(
            "psql", "-X", "-q", "-A", "-t", "-F", BETWEEN, "-v", "ON_ERROR_STOP=1", "-d", self.name, "-c", query)
        return [tuple(line.split(BETWEEN)) for line in lines.split("\n")] if lines else []

    def change(self, statement):
        self._postgres.sql(statement, self.name)

    def drop(self):
        self._postgres.sql(f"DROP DATABASE IF EXISTS {self.name} WITH (FORCE)")

    def become(self, other):
        """A copy of another one, or an empty one."""
        self.drop()
        template = other.name if other else "template1"
        self._postgres.sql(f"CREATE DATABASE {self.name} TEMPLATE {template}")

    def fill(self, table, count):
        """Adds so many rows that a bakery might have, with a value for every column."""
        columns = self.rows(
            "SELECT column_name, data_type FROM information_schema.columns "
            f"WHERE table_schema = 'public' AND table_name = '{table}' ORDER BY ordinal_position")
        values = ("'bakery'" if name == "shop_id" else VALUES[kind].format(name=name) for name, kind in columns)
        self.change(f"INSERT INTO {table} SELECT {', '.join(values)} FROM generate_series(0, {count - 1}) AS n")

    def dump(self):
        """Schema and content, as text; the order of rows says nothing."""
        lines = self._postgres.run("pg_dump", "-d", self.name).split("\n")
        return sorted(line for line in lines if not line.startswith(("\\restrict", "\\unrestrict")))

    def progress(self, query):
        return ServerProgress(self._postgres.command(
            "psql", "-X", "-q", "-A", "-t", "-d", self.name), query)


class ServerProgress:
    """How much of its work a program has committed, by a query that counts it; looked at from beside it."""

    SESSIONS = "SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'tuzo'"

    def __init__(self, command, query):
        self._query = query
        self._terminal = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)

    @property
    def has_begun(self):
        """Whether a program is connected to the database."""
        return self._ask(self.SESSIONS) > 0

    def now(self):
        return self._ask(self._query)

    def left_behind(self):
        """What a killed program had committed: what it had sent before is done to its end. Looks no more."""
        while self._ask(self.SESSIONS) > 0:
            time.sleep(LOOK_AGAIN_SECONDS)
        found = self.now()
        self._terminal.stdin.close()
        self._terminal.stdout.close()
        self._terminal.wait()
        return found

    def _ask(self, query):
        """A number, and 0 where there is no table yet."""
        self._terminal.stdin.write(f"{query};\n\\echo {END}\n")
        self._terminal.stdin.flush()
        lines = []
        for line in self._terminal.stdout:
            if line.rstrip("\n") == END:
                return int(lines[0] or 0) if lines else 0
            lines.append(line.rstrip("\n"))
        raise Wrong("psql ended before its time")
