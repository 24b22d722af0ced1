"""Kills a migration of a large database of the first release, and one of no database at all."""
import random
import shutil
import sqlite3
import subprocess
import time

from books import dump
from server import Wrong, run

MEMBERS = 40_000


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
    """Returns how many kills came before the migration was done."""
    first = folder / "first-schema.db"
    subprocess.run([ground, "first-schema", str(first)], check=True)
    fill(first)
    hits = kill_and_compare(binary, folder, kills, lambda path: shutil.copy(first, path))
    return hits + kill_and_compare(binary, folder, kills, lambda path: path.unlink(missing_ok=True))


def kill_and_compare(binary, folder, kills, begin):
    killed, whole = folder / "killed-migration.db", folder / "whole-migration.db"
    begin(whole)
    begun = time.monotonic()
    run(binary, str(whole), "migrate")
    seconds = time.monotonic() - begun
    hits = 0
    for _ in range(kills):
        begin(killed)  # each kill has a migration of its own, because the first that ends leaves nothing to kill
        hits += not run(binary, str(killed), "migrate", kill_after=random.uniform(0.01, seconds))[1]
        run(binary, str(killed), "migrate")
        if dump(killed) != dump(whole):
            raise Wrong("a migration that was killed and one that was not come to different databases")
        run(binary, str(killed), "migrate")
    return hits
