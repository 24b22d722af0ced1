"""Kills an import again and again; then it must come to the same as one that never was killed."""
import random
import time

from books import TABLES, compare
from server import run

CUSTOMERS = 40


def prove(binary, folder, kills):
    """Returns how many kills came before the import was done."""
    orders, (killed, whole) = folder / "orders.csv", (folder / f"{name}-import.db" for name in ("killed", "whole"))
    lines = [f"O-{n},c-{n % CUSTOMERS},2026-01-{n % 28 + 1:02}T10:00:00Z,{n % 90 + 1}.00"
             for n in range(max(3000, 400 * kills))]
    orders.write_text("order_id,customer_id,placed_at,total\n" + "\n".join(lines) + "\n")
    command = ["import", "orders", str(orders), "--shop", "bakery", "--currency", "KES", "--points-expiry", "never"]
    begun = time.monotonic()
    run(binary, str(whole), *command)
    seconds = time.monotonic() - begun
    hits = 0
    for _ in range(kills):
        hits += not run(binary, str(killed), *command, kill_after=random.uniform(0.05, seconds))[1]
    run(binary, str(killed), *command)
    compare(killed, whole, TABLES)
    run(binary, str(killed), "audit")
    return hits
