"""Kills the scheduled work in its middle: points that lapse, warnings, codes and holds that end."""
import collections
import subprocess

from aim import kill_once, next_target
from books import COPIED_TABLES, TABLES, compare, rows
from server import Server, Wrong, begin, run

MEMBERS_PER_KILL = 400  # four transactions of the work
LAPSED = "SELECT COUNT(*) FROM member WHERE expired_points > 0"


def prove(binary, ground, engine, kills):
    """Returns how many kills came when some members were done and others were not: of the command, and of the
    server."""
    killed, whole = engine.database("killed_upkeep"), engine.database("whole_upkeep")
    members = MEMBERS_PER_KILL * kills
    subprocess.run([ground, "past", killed.url, str(members)], check=True)
    whole.become(killed)
    run(binary, whole, "upkeep")
    hits, done = [0, 0], 0
    for number in range(kills):
        if done == members:
            break  # a slow machine killed later than it was told to
        progress = killed.progress(LAPSED)
        target = next_target(done, members, kills - number)
        is_server = number % 2
        process = Server(binary, killed).start() if is_server else begin(binary, killed, "upkeep")
        was_running = kill_once(lambda: progress.now() >= target, process)
        before, done = done, progress.left_behind()
        hits[is_server] += was_running and before < done < members
    if not all(hits):
        raise Wrong(f"of {kills} kills, {hits} came in the middle of an upkeep: that proves nothing")
    check(binary, killed, whole, members)
    return hits


def check(binary, killed, whole, members):
    run(binary, killed, "upkeep")
    if run(binary, killed, "upkeep").strip() != "nothing was due":
        raise Wrong("an upkeep left something to another")
    compare(killed, whole, {**TABLES, **COPIED_TABLES})
    lapses = collections.Counter(
        customer for customer, kind in rows(killed, "entry", "customer_id, kind") if kind == "expired")
    if len(lapses) != members or any(times > 1 for times in lapses.values()):
        raise Wrong(f"{len(lapses)} of {members} members let their points lapse, {max(lapses.values())} times at most")
    run(binary, killed, "audit")
