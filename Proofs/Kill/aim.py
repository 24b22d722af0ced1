"""Kills a program in the middle of its work: when so much of it is in the database, and a moment later."""
import os
import random
import shutil
import sqlite3
import time

from server import Wrong

LOOK_AGAIN_SECONDS = 0.001
MOMENT_SECONDS = 0.02  # about as long as one transaction of the work takes
SECONDS_MAX = 120


class Progress:
    """How much of its work a program has committed, by a query that counts it; looked at from beside it."""

    def __init__(self, database, query):
        self._database, self._query = database, query
        self._seen = self._stamp()

    @property
    def has_begun(self):
        """Whether a program has opened the database since this was made."""
        return self._stamp() != self._seen

    def now(self):
        """0 until the program has opened the database: what a killed one left behind is the next one's to recover."""
        return count(f"file:{self._database}?mode=ro", self._query) if self.has_begun else 0

    def left_behind(self):
        """What a killed program had committed, read from a copy, so that the original stays as it was left."""
        copy = f"{self._database}.copy"
        for ending in ("", "-wal"):
            if os.path.exists(f"{self._database}{ending}"):
                shutil.copyfile(f"{self._database}{ending}", copy + ending)
        found = count(f"file:{copy}", self._query)
        for ending in ("", "-wal", "-shm"):
            if os.path.exists(copy + ending):
                os.remove(copy + ending)
        return found

    def _stamp(self):
        """Who is the first to open a database makes the index of its log anew, or empties it."""
        try:
            found = os.stat(f"{self._database}-shm")
            return found.st_ino, found.st_mtime_ns
        except FileNotFoundError:
            return None


def kill_once(is_time, process, moment=MOMENT_SECONDS):
    """Kills a program within so many seconds after something is true. Returns whether it was still running."""
    deadline = time.monotonic() + SECONDS_MAX
    while process.poll() is None and not is_time():
        if time.monotonic() > deadline:
            raise Wrong(f"what was to be killed came to nothing within {SECONDS_MAX} s")
        time.sleep(LOOK_AGAIN_SECONDS)
    time.sleep(random.uniform(0, moment))
    is_running = process.poll() is None
    process.kill()
    if process.wait() > 0:
        raise Wrong(f"what was to be killed ended with {process.returncode}")
    return is_running


def next_target(done, whole, kills):
    """How much is to be done when the next of so many kills comes, so that something is left for the last of them."""
    return min(whole, done + random.randint(1, max(1, 2 * (whole - done) // (kills + 1))))


def count(address, query):
    connection = None
    try:
        connection = sqlite3.connect(address, uri=True, timeout=0)
        return connection.execute(query).fetchone()[0] or 0
    except sqlite3.OperationalError:  # there is no table yet, or the file is being recovered just now
        return 0
    finally:
        if connection:
            connection.close()
