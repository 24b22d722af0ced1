"""B5: redeem a reward and issue its code over HTTP, 128 connections, against delivered orders of the same server."""
import os

from ..failure import RunFailed
from ..measurement import Measurement, Target
from ..shop import CONNECTIONS, MEMBERS, OWNER, SHOP
from ..tokens import token, write_authorizations

SHARE_MIN = 0.6
P95_MS_MAX = 30
COST = 1  # so that nobody's points run out
REWARD = {
    "name": "A sticker", "reward_type": "free_product", "product": "STICKER-1", "points_cost": COST,
    "total_available": None, "max_redemptions_per_customer": None,
}
KEY = "Idempotency-Key: redemption-{n}"


def run(bench):
    def line(what, unit, target, reference=""):
        return Measurement("B5", what, unit, target, bench.durability, reference)

    share = Target("at least", SHARE_MIN)
    plain = line(f"redemptions, {CONNECTIONS} connections", "/s", share, "/s delivered orders")
    keyed = line("same, each with an Idempotency-Key", "/s", share, "/s delivered orders")
    half = line("p95, half the ceiling, with keys", "ms", Target("at most", P95_MS_MAX, of="ours"))
    for load in bench.each_round("B5"):
        with bench.server() as (server, orders):
            counter = Counter(bench, server)
            ordered = orders.send(connections=CONNECTIONS)
            redeemed = counter.redeem()
            redeemed_once = counter.redeem(header=KEY)
            steady = counter.redeem(header=KEY, rate=redeemed_once["throughput"] / 2)
            counter.check()
        plain.add(redeemed["throughput"], ordered["throughput"], load, ours=redeemed, theirs=ordered)
        keyed.add(redeemed_once["throughput"], ordered["throughput"], load, ours=redeemed_once, theirs=ordered)
        half.add(steady["latency_us"]["p95"] / 1000, load=load, ours=steady)
    return [plain, keyed, half]


class Counter:
    """Where members redeem one reward again and again, each with a token of their own."""

    def __init__(self, bench, server):
        self._bench = bench
        self._server = server
        self._owner = token(OWNER)
        self._redeemed = 0
        self._reward = server.call("POST", f"/api/shops/{SHOP}/rewards", REWARD, bearer=self._owner)["id"]
        self._authorizations = write_authorizations(
            os.path.join(server.folder, "authorizations"), (f"m{member}" for member in range(MEMBERS)))

    def redeem(self, **options):
        report = self._bench.programs.load(
            self._server, method="POST", path=f"/api/shops/{SHOP}/redemptions",
            body=f'{{"reward_id": "{self._reward}"}}', expect=201, authorizations=self._authorizations,
            members=MEMBERS, first=self._redeemed, connections=CONNECTIONS, seconds=self._bench.seconds,
            warm_up=self._bench.warm_up, **options)
        self._redeemed += report["requests"]
        return report

    def check(self):
        """Every redemption must have taken its points, and no other."""
        path = f"/api/loyalty-programs/customer_analytics/?shop_id={SHOP}"
        taken = self._server.call("GET", path, bearer=self._owner)["points_statistics"]["total_redeemed"]
        if taken != self._redeemed * COST:
            raise RunFailed(f"{self._redeemed:,} redemptions took {taken:,} points")
