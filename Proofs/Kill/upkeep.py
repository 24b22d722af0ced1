"""Kills the scheduled work in its middle: points that lapse, warnings, codes and holds that end."""
import collections
import random
import shutil
import subprocess
import time

from books import COPIED_TABLES, TABLES, compare, rows
from server import Server, Wrong, run


def prove(binary, ground, folder, kills):
    """Returns how many kills came before the work was done."""
    killed, whole = folder / "killed-upkeep.db", folder / "whole-upkeep.db"
    members = max(400, 60 * kills)
    subprocess.run([ground, "past", str(killed), str(members)], check=True)
    shutil.copy(killed, whole)
    begun = time.monotonic()
    run(binary, str(whole), "upkeep")
    seconds = time.monotonic() - begun
    hits = 0
    for number in range(kills):
        wait = random.uniform(0.05, 0.1 + 2 * seconds / kills)
        if number % 2:
            kill_server(binary, str(killed), wait)
        elif run(binary, str(killed), "upkeep", kill_after=wait)[1]:
            break
        hits += lapsed(killed) < members
    run(binary, str(killed), "upkeep")
    if run(binary, str(killed), "upkeep")[0].strip() != "nothing was due":
        raise Wrong("an upkeep left something to another")
    compare(killed, whole, {**TABLES, **COPIED_TABLES})
    if lapsed(killed) != members:
        raise Wrong(f"{lapsed(killed)} of {members} members let their points lapse")
    run(binary, str(killed), "audit")
    return hits


def kill_server(binary, database, wait):
    server = Server(binary, database)
    server.start()
    time.sleep(wait)
    server.kill()


def lapsed(database):
    """How many members let their points lapse; nobody may do it twice."""
    counts = collections.Counter(customer for customer, kind in rows(database, "entry", "customer_id, kind")
                                 if kind == "expired")
    if any(count > 1 for count in counts.values()):
        raise Wrong("points lapsed twice")
    return len(counts)
