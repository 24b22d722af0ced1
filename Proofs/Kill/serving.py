"""Kills a server under load, while it starts and while it migrates; then compares it with what clients were told."""
import random
import threading

from client import Client
from server import Broken, Server, Wrong, run
from wishes import BONUS, COST, SHOP

CLIENTS = 8
FLAT = {tier: {"multiplier": 1} for tier in ("silver", "gold", "platinum")}


def kill_under_load(server, clients):
    stop = threading.Event()
    threads = [threading.Thread(target=client.run, args=([server], stop)) for client in clients]
    for thread in threads:
        thread.start()
    stop.wait(random.uniform(0.02, 0.6))
    server.kill()
    stop.set()
    for thread in threads:
        thread.join()


def kill_while_starting(server):
    """In the middle of a migration, or of the scheduled work that a start begins with."""
    threading.Event().wait(random.uniform(0.0, 0.25))
    server.kill()


def open_bakery(binary, database, server):
    """Returns the owner's token and the id of a reward."""
    server.demand(
        "PUT", SHOP, {"name": "Bakery", "owner_id": "amina", "currency": "KES", "time_zone": "Africa/Nairobi"})
    token = max(run(binary, database, "token", "--customer", "amina").split(), key=len)
    server.demand("POST", "/api/loyalty-programs/shop_program/", {"name": "Crumbs", "tiers": FLAT}, token)
    reward = server.demand("POST", f"{SHOP}/rewards", {
        "name": "Crumbs back", "reward_type": "bonus_points", "bonus_points": BONUS, "points_cost": COST,
        "max_redemptions_per_customer": None}, token)
    return token, reward["id"]


def let_a_minute_pass(database):
    """Claims of keys that were never answered hold for a minute; the rig need not wait for it."""
    database.change("UPDATE kept_answer SET claimed_at = claimed_at - 61000 WHERE answer IS NULL")


def compare(clients, server):
    """Holds all that clients were told against what is there, once what was never answered is asked for again."""
    for client in clients:
        client.finish(server)
        client.check(server)
    require_good(clients)


def require_good(clients):
    wrong = [words for client in clients for words in client.wrong]
    if wrong:
        raise Broken("\n  ".join(wrong[:10]))


def prove(binary, engine, kills):
    """Returns how many calls were answered, how many of them when asked again, and the seconds that each start took."""
    database = engine.database("served")
    server = Server(binary, database)
    try:
        return kill_and_compare(binary, database, server, kills)
    finally:
        server.kill()


def kill_and_compare(binary, database, server, kills):
    for _ in range(max(1, kills // 10)):  # the first starts migrate
        server.start()
        kill_while_starting(server)
    server.start()
    server.wait_until_ready()
    token, reward = open_bakery(binary, database, server)
    clients = [Client(number, token, reward) for number in range(CLIENTS)]
    started = []
    server.kill()
    for number in range(kills):
        server.start()
        if number % 8 == 1:
            kill_while_starting(server)
        else:
            started.append(server.wait_until_ready())
            kill_under_load(server, clients)
    let_a_minute_pass(database)
    server.start()
    started.append(server.wait_until_ready())
    compare(clients, server)
    if any(client.refused for client in clients):
        raise Wrong("calls were refused with 503, although a file can always be reached")
    server.kill()
    run(binary, database, "audit")
    return sum(client.told for client in clients), sum(client.asked_again for client in clients), started
