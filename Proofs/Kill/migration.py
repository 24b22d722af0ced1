"""Kills a migration of a large database of the first release, and one of no database at all."""
import shutil
import sqlite3
import subprocess
import time

from aim import LOOK_AGAIN_SECONDS, Progress, kill_once
from books import dump
from server import Wrong, begin, run

MEMBERS = 40_000
TRIES_MAX = 20
STEPS = "SELECT COUNT(*) FROM schema_step"


def fill(path):
    """Gives every table that the second schema changes enough rows for that to take a while."""
    connection = sqlite3.connect(path)
    for table in ("member", "lot", "reward", "redemption", "order_state"):
        columns = connection.execute(f"PRAGMA table_info({table})").fetchall()
        names, marks = ", ".join(column[1] for column in columns), ", ".join("?" for _ in columns)
        statement = f"INSERT INTO {table} ({names}) VALUES ({marks})"
        connection.executemany(statement, ([value(column, number) for column in columns] for number in range(MEMBERS)))
    connection.commit()
    connection.close()


def value(column, number):
    _, name, kind, *_ = column
    if name == "shop_id":
        return "bakery"
    return number if kind == "BIGINT" else f"{name}-{number}".encode() if kind == "BLOB" else f"{name}-{number}"


def prove(binary, ground, folder, kills):
    """Returns how many kills came before the migration was done: of a full database, and of an empty one."""
    first = folder / "first-schema.db"
    subprocess.run([ground, "first-schema", str(first)], check=True)
    fill(first)
    hits = [
        kill_and_compare(binary, folder, kills, lambda path: shutil.copy(first, path)),
        kill_and_compare(binary, folder, kills, lambda path: path.unlink(missing_ok=True))]
    if not all(hits):
        raise Wrong(f"of {kills} kills each, {hits} came in the middle of a migration: that proves nothing")
    return hits


def kill_and_compare(binary, folder, kills, make):
    killed, whole = folder / "killed-migration.db", folder / "whole-migration.db"
    make(whole)
    steps, seconds = migrate(binary, whole)
    hits = tries = 0
    while tries < kills or not hits and tries < TRIES_MAX:
        tries += 1
        make(killed)  # each kill has a migration of its own, because the first that ends leaves nothing to kill
        progress = Progress(killed, STEPS)
        was_running = kill_once(
            lambda: progress.has_begun, begin(binary, str(killed), "migrate"), moment=seconds)
        if was_running and progress.left_behind() < steps:
            hits += 1
        else:
            seconds /= 2  # the one that was timed was slower
        run(binary, str(killed), "migrate")
        if dump(killed) != dump(whole):
            raise Wrong("a migration that was killed and one that was not come to different databases")
        run(binary, str(killed), "migrate")
    return hits


def migrate(binary, database):
    """Returns how many steps there are, and the seconds from opening the database until the last was seen."""
    progress = Progress(database, STEPS)
    process = begin(binary, str(database), "migrate")
    begun, seen, seconds = None, 0, 0
    while process.poll() is None:
        time.sleep(LOOK_AGAIN_SECONDS)
        begun = begun or (time.monotonic() if progress.has_begun else None)
        done = progress.now()
        if done > seen:
            seen, seconds = done, time.monotonic() - begun
    if process.returncode != 0:
        raise Wrong(f"what was not killed ended with {process.returncode}")
    return progress.left_behind(), seconds
