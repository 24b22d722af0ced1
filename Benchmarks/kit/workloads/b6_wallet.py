"""B6: a customer's wallet as JSON and a page of history, against an empty route of the same server."""
import os

from ..failure import RunFailed
from ..measurement import Measurement, Target
from ..shop import CONNECTIONS, SHOP
from ..tokens import token, write_authorizations
from ..tuzo import PLATFORM_KEY, Server

WALLET_SHARE_MIN = 0.5
HISTORY_SHARE_MIN = 0.25
MEMBERS = 1_000
ENTRIES = 100_000  # so that everybody has more than a page
PAGE = 50
WALLET = "/api/customer-loyalty/my_loyalty_accounts/"


def run(bench):
    def line(what, limit):
        return Measurement("B6", what, "/s", Target("at least", limit), "reads only", "/s GET /healthz")

    wallet = line(f"wallets, {CONNECTIONS} connections", WALLET_SHARE_MIN)
    history = line(f"histories of {PAGE} rows, {CONNECTIONS} connections", HISTORY_SHARE_MIN)
    with Server(bench.binary, bench.histories.database(ENTRIES, MEMBERS)) as server:
        check(server)
        customers = [f"m{member}" for member in range(MEMBERS)]
        authorizations = write_authorizations(os.path.join(server.folder, "authorizations"), customers)
        for load in bench.each_round("B6"):
            wallets = get(bench, server, WALLET, authorizations=authorizations)
            pages = get(
                bench, server, f"{members_path('{m}')}/entries?limit={PAGE}", authorization=f"Bearer {PLATFORM_KEY}")
            empty = get(bench, server, "/healthz")
            wallet.add(wallets["throughput"], empty["throughput"], load, ours=wallets, theirs=empty)
            history.add(pages["throughput"], empty["throughput"], load, ours=pages, theirs=empty)
    return [wallet, history]


def get(bench, server, path, **options):
    return bench.programs.load(
        server, path=path, members=MEMBERS, connections=CONNECTIONS, seconds=bench.seconds, warm_up=bench.warm_up,
        **options)


def members_path(member):
    return f"/api/shops/{SHOP}/members/m{member}"


def check(server):
    """Everybody's wallet and page are full; a few stand for all."""
    for member in (0, MEMBERS // 2, MEMBERS - 1):
        accounts = server.call("GET", WALLET, bearer=token(f"m{member}"))
        rows = server.call("GET", f"{members_path(member)}/entries?limit={PAGE}")["items"]
        if [account["shop_id"] for account in accounts] != [SHOP] or len(rows) != PAGE:
            raise RunFailed(f"m{member} has {len(accounts)} accounts and a page of {len(rows)} rows")
        if accounts[0]["points_balance"] != rows[0]["balance_after"]:
            raise RunFailed(f"m{member} has {accounts[0]['points_balance']} points by the wallet: {rows[0]}")
