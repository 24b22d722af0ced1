"""A seeded history of orders as CSV, in order of time, over the last months."""
import datetime
import random

SEED = 7
HEADER = "order_id,customer_id,placed_at,status,currency,total\n"
SPREAD_DAYS = 300  # short of the default expiry, so that no lot lapses on the way
LEAST_CENTS, MOST_CENTS = 500, 3000


def write_orders(path, rows, members):
    """Returns the whole units of all totals: the points they earn at the least."""
    pick = random.Random(SEED)
    end = datetime.datetime.now(datetime.timezone.utc).replace(microsecond=0)
    start = end - datetime.timedelta(days=SPREAD_DAYS)
    step = datetime.timedelta(days=SPREAD_DAYS) / rows
    units = 0
    with open(path, "w") as file:
        file.write(HEADER)
        for row in range(rows):
            member = row if row < members else pick.randrange(members)
            cents = pick.randint(LEAST_CENTS, MOST_CENTS)
            units += cents // 100
            placed = (start + step * row).strftime("%Y-%m-%dT%H:%M:%SZ")
            file.write(f"o{row},m{member},{placed},delivered,USD,{cents // 100}.{cents % 100:02}\n")
    return units
