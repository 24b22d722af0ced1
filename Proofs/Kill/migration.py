"""Kills a migration of a large database of the first release, and one of no database at all."""
import subprocess
import time

from aim import LOOK_AGAIN_SECONDS, kill_once
from server import Wrong, begin, run

ROWS = 40_000
# What the second schema changes has enough rows for that to take a while.
CHANGED_TABLES = ("member", "lot", "reward", "redemption", "order_state")
TRIES_MAX = 20
STEPS = "SELECT COUNT(*) FROM schema_step"


def prove(binary, ground, engine, kills):
    """Returns how many kills came before the migration was done: of a full database, and of an empty one."""
    first = engine.database("first_schema")
    subprocess.run([ground, "first-schema", first.url], check=True)
    for table in CHANGED_TABLES:
        first.fill(table, ROWS)
    hits = [kill_and_compare(binary, engine, kills, before) for before in (first, None)]
    if not all(hits):
        raise Wrong(f"of {kills} kills each, {hits} came in the middle of a migration: that proves nothing")
    return hits


def kill_and_compare(binary, engine, kills, before):
    killed, whole = engine.database("killed_migration"), engine.database("whole_migration")
    whole.become(before)
    steps, seconds = migrate(binary, whole)
    expected = whole.dump()
    hits = tries = 0
    while tries < kills or not hits and tries < TRIES_MAX:
        tries += 1
        # Each kill has a migration of its own, because the first that ends leaves nothing to kill.
        killed.become(before)
        progress = killed.progress(STEPS)
        was_running = kill_once(
            lambda: progress.has_begun, begin(binary, killed, "migrate"), moment=seconds)
        done = progress.left_behind()
        if was_running and done < steps:
            hits += 1
        else:
            seconds /= 2  # the one that was timed was slower
        run(binary, killed, "migrate")
        if killed.dump() != expected:
            raise Wrong("a migration that was killed and one that was not come to different databases")
        run(binary, killed, "migrate")
    return hits


def migrate(binary, database):
    """Returns how many steps there are, and the seconds from opening the database until the last was seen."""
    progress = database.progress(STEPS)
    process = begin(binary, database, "migrate")
    begun, seen, seconds = None, 0, 0
    while process.poll() is None:
        time.sleep(LOOK_AGAIN_SECONDS)
        begun = begun or (time.monotonic() if progress.has_begun else None)
        done = progress.now()
        if begun and done > seen:
            seen, seconds = done, time.monotonic() - begun
    if process.returncode != 0:
        raise Wrong(f"what was not killed ended with {process.returncode}")
    return progress.left_behind(), seconds
