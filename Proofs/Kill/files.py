"""Databases in files, each of one process at a time."""
import os
import shutil
import sqlite3


class Files:
    """A folder of them."""

    def __init__(self, folder):
        self._folder = folder

    def database(self, name):
        """One that is not there yet."""
        return FileDatabase(self._folder / f"{name}.db")


class FileDatabase:
    def __init__(self, path):
        self._path = str(path)
        self.url = f"sqlite:{self._path}"
        self.log = f"{self._path}.log"

    def rows(self, query):
        connection = sqlite3.connect(self._path)
        found = connection.execute(query).fetchall()
        connection.close()
        return found

    def change(self, statement):
        connection = sqlite3.connect(self._path)
        with connection:
            connection.execute(statement)
        connection.close()

    def become(self, other):
        """A copy of another one, or none yet."""
        for ending in ("", "-wal", "-shm"):
            if os.path.exists(self._path + ending):
                os.remove(self._path + ending)
        if other:
            shutil.copy(other._path, self._path)

    def fill(self, table, count):
        """Adds so many rows that a bakery might have, with a value for every column."""
        connection = sqlite3.connect(self._path)
        columns = connection.execute(f"PRAGMA table_info({table})").fetchall()
        marks = ", ".join("?" for _ in columns)
        rows = ([_value(column, number) for column in columns] for number in range(count))
        connection.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)
        connection.commit()
        connection.close()

    def dump(self):
        """Schema and content, as text."""
        connection = sqlite3.connect(self._path)
        lines = list(connection.iterdump())
        connection.close()
        return lines

    def progress(self, query):
        return FileProgress(self._path, query)


class FileProgress:
    """How much of its work a program has committed, by a query that counts it; looked at from beside it."""

    def __init__(self, path, query):
        self._path, self._query = path, query
        self._seen = self._stamp()

    @property
    def has_begun(self):
        """Whether a program has opened the database since this was made."""
        return self._stamp() != self._seen

    def now(self):
        """0 until the program has opened the database: what a killed one left behind is the next one's to recover."""
        return _count(f"file:{self._path}?mode=ro", self._query) if self.has_begun else 0

    def left_behind(self):
        """What a killed program had committed, read from a copy, so that the original stays as it was left."""
        copy = f"{self._path}.copy"
        for ending in ("", "-wal"):
            if os.path.exists(f"{self._path}{ending}"):
                shutil.copyfile(f"{self._path}{ending}", copy + ending)
        found = _count(f"file:{copy}", self._query)
        for ending in ("", "-wal", "-shm"):
            if os.path.exists(copy + ending):
                os.remove(copy + ending)
        return found

    def _stamp(self):
        """Who is the first to open a database makes the index of its log anew, or empties it."""
        try:
            found = os.stat(f"{self._path}-shm")
            return found.st_ino, found.st_mtime_ns
        except FileNotFoundError:
            return None


def _count(address, query):
    connection = None
    try:
        connection = sqlite3.connect(address, uri=True, timeout=0)
        return connection.execute(query).fetchone()[0] or 0
    except sqlite3.OperationalError:  # there is no table yet, or the file is being recovered just now
        return 0
    finally:
        if connection:
            connection.close()


def _value(column, number):
    _, name, kind, *_ = column
    if name == "shop_id":
        return "bakery"
    return number if kind == "BIGINT" else f"{name}-{number}".encode() if kind == "BLOB" else f"{name}-{number}"
