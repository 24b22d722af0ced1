"""Whether Django still gives the answers that Tuzo gives: the same orders, sent to both."""
import datetime
import random

from .django_server import DjangoServer
from .failure import RunFailed
from .orders_file import SEED
from .shop import SHOP, open_shop
from .tokens import token
from .tuzo import Server

CUSTOMERS = 5
ORDERS = 12
STATES = 80
WALLET = "/api/customer-loyalty/my_loyalty_accounts/"
MADE_BY_EACH = {"id", "hash", "recorded_at", "last_activity"}  # differ from run to run


def check_agreement(bench, commands):
    with bench.database() as database, Server(bench.binary, database) as server:
        ours = answers(server)
    with bench.database() as database, DjangoServer(commands, database) as server:
        theirs = answers(server)
    for number, (mine, other) in enumerate(zip(ours, theirs)):
        if mine != other:
            raise RunFailed(f"Django and Tuzo differ at answer {number}:\n{mine}\n{other}")


def answers(server):
    """To a seeded history: new states, old ones, repetitions, refunds, cancellations. Then wallets and histories."""
    open_shop(server)
    pick, revisions = random.Random(SEED), {}
    given = []
    for _ in range(STATES):
        order = pick.randrange(ORDERS)
        newest = revisions.get(order, 0)
        revision = max(1, newest + pick.choice([-1, 0, 1, 1, 1]))
        revisions[order] = max(newest, revision)
        path = f"/api/shops/{SHOP}/orders/a{order}"
        given.append(without_own(server.call("PUT", path, state(order, revision))))
    for customer in (f"c{number}" for number in range(CUSTOMERS)):
        given += without_own(server.call("GET", WALLET, bearer=token(customer)))
        given.append(without_own(server.call("GET", f"/api/shops/{SHOP}/members/{customer}/entries?limit=50")["items"]))
    return given


def state(order, revision):
    """Always the same for an order and its revision."""
    pick = random.Random(f"{SEED} {order} {revision}")
    cents = random.Random(order).randint(100, 90_000)
    day = datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%dT00:00:00Z")
    return {
        "customer": {"id": f"c{order % CUSTOMERS}", "name": f"Customer {order % CUSTOMERS}"},
        "status": pick.choice(["paid", "delivered", "delivered", "delivered", "cancelled"]), "revision": revision,
        "currency": "USD", "total": amount(cents), "refunded_amount": amount(pick.choice([0, 0, cents // 3, cents])),
        "placed_at": day, "updated_at": day,
    }


def amount(cents):
    return f"{cents // 100}.{cents % 100:02}"


def without_own(answer):
    if isinstance(answer, list):
        return [without_own(each) for each in answer]
    return {name: value for name, value in answer.items() if name not in MADE_BY_EACH}
