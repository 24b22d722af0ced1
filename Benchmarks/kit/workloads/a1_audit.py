"""A1: `tuzo audit` of a long ledger, and whether its memory stays the same when the ledger is longer."""
import re

from ..failure import RunFailed
from ..history import import_history
from ..measurement import Measurement, Target
from ..tuzo import run_command

ENTRIES, ENTRIES_QUICK = 1_000_000, 50_000
ENTRIES_PER_MEMBER = 20
ENTRIES_A_SECOND_MIN = 300_000
SHORTER = 4  # the ledger for the comparison of memory is a quarter as long
GROWTH_MAX = 1.2  # "constant", with room for what an allocator does


def run(bench):
    entries = ENTRIES_QUICK if bench.quick else ENTRIES
    speed = Measurement(
        "A1", f"audit of {entries:,} entries with their orders and lots", "/s",
        Target("at least", ENTRIES_A_SECOND_MIN, of="ours"), "reads only")
    memory = Measurement(
        "A1", "its peak memory", "MB", Target("at most", GROWTH_MAX), "reads only",
        f"MB for {entries // SHORTER:,} entries")
    with bench.database() as shorter, bench.database() as longer:
        import_history(bench.binary, shorter, entries // SHORTER, entries // SHORTER // ENTRIES_PER_MEMBER)
        import_history(bench.binary, longer, entries, entries // ENTRIES_PER_MEMBER)
        for load in bench.each_round("A1"):
            small, large = audit(bench, shorter, entries // SHORTER), audit(bench, longer, entries)
            speed.add(entries / large["seconds"], load=load, ours=large)
            memory.add(large["peak_mb"], small["peak_mb"], load, longer=large, shorter=small)
    return [speed, memory]


def audit(bench, database, entries):
    """One audit, the start of the process included."""
    output, seconds, peak = run_command(bench.binary, ["audit"], database)
    checked = re.search(r"([\d,]+) entries: everything fits", output)
    if not checked or int(checked[1].replace(",", "")) < entries:  # there is one more: the proof's
        raise RunFailed(f"the audit left something out, or found something: {output}")
    return {"seconds": seconds, "peak_mb": peak}
