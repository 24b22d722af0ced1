"""The shop that is measured, and the orders it gets."""
import datetime
import json

from .failure import RunFailed
from .tuzo import PLATFORM_KEY

SHOP = "bench"
OWNER = "bench-owner"
PROOF = "proof"  # the one order that is looked at, and its customer
MEMBERS = 10_000
CONNECTIONS = 128
TOTAL = "19.99"
POINTS = 19
FIRST_AFTER_IMPORT = 10_000_000  # what was imported has the numbers below

PROGRAM = {
    "name": "Bench rewards", "description": "", "is_active": True, "points_per_dollar": 1,
    "minimum_spend_for_points": 0, "points_expiry_days": 365,
    "tiers": {
        "bronze": {"threshold": 0, "multiplier": 1}, "silver": {"threshold": 500, "multiplier": 1.25},
        "gold": {"threshold": 1500, "multiplier": 1.5}, "platinum": {"threshold": 5000, "multiplier": 2},
    },
}


def open_shop(server):
    """Makes the shop and its program, and proves with one order that orders earn. Returns the owner's token."""
    server.call("PUT", f"/api/shops/{SHOP}", {
        "name": "Bench", "owner_id": OWNER, "currency": "USD", "time_zone": "UTC"})
    token = server.token(OWNER)
    server.call("POST", "/api/loyalty-programs/shop_program/", PROGRAM, bearer=token)
    order = json.loads(order_body().replace("m{m}", PROOF))
    answer = server.call("PUT", f"/api/shops/{SHOP}/orders/{PROOF}", order)
    if answer.get("points_awarded") != POINTS:
        raise RunFailed(f"an order of {TOTAL} was to earn {POINTS} points: {answer}")
    return token


def order_body():
    """A delivered order of member {m}, as the load generator sends it."""
    now = datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    return json.dumps({
        "customer": {"id": "m{m}", "name": "Member {m}"}, "status": "delivered", "revision": 1, "currency": "USD",
        "total": TOTAL, "placed_at": now, "updated_at": now})


class Orders:
    """Sends delivered orders to a server, every one of them new."""

    def __init__(self, bench, server, prepares=True, members=MEMBERS, shops=1, first=FIRST_AFTER_IMPORT):
        self._bench = bench
        self._server = server
        self._spread = {"members": members, "shops": shops}
        self._path = f"/api/shops/{SHOP if shops == 1 else 's{s}'}/orders/o{{n}}"
        self._next = first if not prepares else 0
        if prepares:
            self._send(connections=CONNECTIONS, seconds=600, requests=members)  # now every member exists

    @property
    def count(self):
        """How many were sent so far, to a server without an import."""
        return self._next

    def send(self, **pace):
        """Measures for as long as a round takes; `connections` and, where it is not a closed loop, `rate`."""
        return self._send(**{"seconds": self._bench.seconds, "warm_up": self._bench.warm_up, **pace})

    def _send(self, **options):
        report = self._bench.programs.load(
            self._server, method="PUT", path=self._path, body=order_body(), expect=201,
            authorization=f"Bearer {PLATFORM_KEY}", first=self._next, **self._spread, **options)
        self._next += report["requests"]
        return report
