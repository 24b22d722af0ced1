"""Kills an import of a whole installation again and again: it must leave nothing, until it comes to its end."""
import time

from aim import kill_once
from server import Wrong, begin, run

CUSTOMERS = 40
ORDERS = 3_000
TRIES_MAX = 20
FILLED = "SELECT COUNT(*) FROM shop"


def prove(binary, engine, folder, kills):
    """Returns how many kills came in the middle of an import."""
    home, killed, timed = (engine.database(f"{name}_move") for name in ("home", "killed", "timed"))
    books, again = folder / "books.jsonl", folder / "books-again.jsonl"
    fill(binary, folder, home)
    run(binary, home, "export", str(books))
    begun = time.monotonic()
    run(binary, timed, "import", "all", str(books))
    seconds = time.monotonic() - begun
    hits = tries = 0
    while tries < kills or not hits and tries < TRIES_MAX:
        tries += 1
        run(binary, killed, "migrate")
        progress = killed.progress(FILLED)
        was_running = kill_once(
            lambda: progress.has_begun, begin(binary, killed, "import", "all", str(books)), moment=seconds)
        if progress.left_behind():
            compare(binary, killed, books, again)  # it had come to its end
            killed.become(None)
            seconds /= 2
        else:
            hits += was_running
    run(binary, killed, "migrate")
    run(binary, killed, "import", "all", str(books))
    compare(binary, killed, books, again)
    if not hits:
        raise Wrong(f"none of {tries} kills came in the middle of a move: that proves nothing")
    return hits


def fill(binary, folder, home):
    orders = folder / "orders-to-move.csv"
    lines = [f"O-{n},c-{n % CUSTOMERS},2026-01-{n % 28 + 1:02}T10:00:00Z,{n % 90 + 1}.00" for n in range(ORDERS)]
    orders.write_text("order_id,customer_id,placed_at,total\n" + "\n".join(lines) + "\n")
    run(binary, home, "import", "orders", str(orders), "--shop", "bakery", "--points-expiry", "never")


def compare(binary, database, books, again):
    again.unlink(missing_ok=True)
    run(binary, database, "export", str(again))
    if again.read_bytes() != books.read_bytes():
        raise Wrong(f"{again} is another export than {books}")
