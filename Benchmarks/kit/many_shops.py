"""Shops s0, s1, … with the program of the one that is measured elsewhere."""
import json

from .shop import OWNER
from .tuzo import PLATFORM_KEY

CONNECTIONS = 32
SHOP = {"name": "Bench {n}", "owner_id": OWNER, "currency": "USD", "time_zone": "UTC"}
PROGRAM = {
    "name": "Bench rewards", "points_per_unit": 1, "minimum_spend": 0,
    "expiry": {"policy": "days_after_earning", "days": 365},
    "tiers": [
        {"name": "Bronze", "threshold": 0, "multiplier": 1},
        {"name": "Silver", "threshold": 500, "multiplier": "1.25"},
        {"name": "Gold", "threshold": 1500, "multiplier": "1.5"},
        {"name": "Platinum", "threshold": 5000, "multiplier": 2},
    ],
}


def open_shops(bench, server, count):
    for path, body in ("/api/shops/s{n}", SHOP), ("/api/shops/s{n}/program", PROGRAM):
        bench.programs.load(
            server, method="PUT", path=path, body=json.dumps(body), expect=201,
            authorization=f"Bearer {PLATFORM_KEY}", connections=min(count, CONNECTIONS), requests=count, seconds=3600)
