"""Holds a database that was killed again and again against one that never was."""
from server import Wrong

# What must be alike; times of recording differ, and the hashes with them.
TABLES = {
    "entry": "customer_id, sequence, kind, points, balance_after, reference, description, occurred_at, occurred_on",
    "lot": "customer_id, sequence, expires_on, points, remaining_points",
    "lot_use": "customer_id, entry_sequence, lot_sequence, points",
    "member": "customer_id, tier_key, sequence, balance_points, held_points, earned_points, redeemed_points, "
              "expired_points, order_count, due_on",
    "order_state": "order_id, customer_id, status, total_amount, posted_points, spending_amount",
    "expiry_warning": "customer_id, expires_on, days_before, lapses_on, points",
    "shop_day": "booked_on, earned_points, redeemed_points, expired_points, reversed_points, returned_points",
}
# Only where both were copied from one, because ids are drawn by chance.
COPIED_TABLES = {
    "redemption": "redemption_id, used_at, cancelled_at, expired_at",
    "hold": "hold_id, outcome, ended_at",
    "reward": "reward_id, redeemed_count",
}


def rows(database, table, columns):
    return database.rows(f"SELECT {columns} FROM {table} WHERE shop_id = 'bakery' ORDER BY {columns}")


def compare(killed, whole, tables):
    for table, columns in tables.items():
        one, other = rows(killed, table, columns), rows(whole, table, columns)
        if one != other:
            differing = sorted(set(one) ^ set(other), key=str)[:4]
            raise Wrong(f"{table} has {len(one)} rows where it was killed and {len(other)} where not: {differing}")
        if not one and table == "entry":
            raise Wrong("there is nothing to compare")
