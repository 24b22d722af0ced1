"""Kills an import again and again; then it must come to the same as one that never was killed."""
from aim import kill_once, next_target
from books import TABLES, compare
from server import Wrong, begin, run

CUSTOMERS = 40
ORDERS_PER_KILL = 1024  # four transactions of the work
BOOKED = "SELECT COUNT(*) FROM order_state"


def prove(binary, engine, folder, kills):
    """Returns how many kills came when some orders were booked and others were not."""
    orders, killed, whole = folder / "orders.csv", engine.database("killed_import"), engine.database("whole_import")
    count = ORDERS_PER_KILL * kills
    lines = [f"O-{n},c-{n % CUSTOMERS},2026-01-{n % 28 + 1:02}T10:00:00Z,{n % 90 + 1}.00" for n in range(count)]
    orders.write_text("order_id,customer_id,placed_at,total\n" + "\n".join(lines) + "\n")
    command = ["import", "orders", str(orders), "--shop", "bakery", "--currency", "KES", "--points-expiry", "never"]
    run(binary, whole, *command)
    hits = done = 0
    for number in range(kills):
        if done == count:
            break  # a slow machine killed later than it was told to
        progress = killed.progress(BOOKED)
        target = next_target(done, count, kills - number)
        was_running = kill_once(lambda: progress.now() >= target, begin(binary, killed, *command))
        before, done = done, progress.left_behind()
        hits += was_running and before < done < count
    if not hits:
        raise Wrong(f"none of {kills} kills came in the middle of an import: that proves nothing")
    run(binary, killed, *command)
    compare(killed, whole, TABLES)
    run(binary, killed, "audit")
    return hits
