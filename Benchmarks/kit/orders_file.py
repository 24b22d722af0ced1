"""A seeded history of orders as CSV over the last months."""
import datetime
import random

SEED = 7
HEADER = "order_id,customer_id,placed_at,status,currency,total\n"
SPREAD_DAYS = 300  # short of the default expiry, so that no lot lapses on the way
LEAST_CENTS, MOST_CENTS = 500, 3000


def write_orders(path, rows, members, by_member=False):
    """In order of time, each of somebody drawn by lot; or member by member, each with as many, which ends in the same
    pages of the database and writes them once instead of a hundred times. Returns the whole units of all totals: the
    points they earn at the least."""
    pick = random.Random(SEED)
    end = datetime.datetime.now(datetime.timezone.utc).replace(microsecond=0)
    start = end - datetime.timedelta(days=SPREAD_DAYS)
    step = datetime.timedelta(days=SPREAD_DAYS) / rows
    units = 0
    with open(path, "w") as file:
        file.write(HEADER)
        for row in range(rows):
            if by_member:
                member, number = divmod(row, max(1, rows // members))
                member, age = min(member, members - 1), number * members + member
            else:
                member, age = row if row < members else pick.randrange(members), row
            cents = pick.randint(LEAST_CENTS, MOST_CENTS)
            units += cents // 100
            placed = (start + step * age).strftime("%Y-%m-%dT%H:%M:%SZ")
            file.write(f"o{row},m{member},{placed},delivered,USD,{cents // 100}.{cents % 100:02}\n")
    return units
