"""Two servers on one PostgreSQL, one of which is killed while clients ask both, or PostgreSQL, or both of them."""
import contextlib
import random
import threading
import time

import backup
from client import Client
from server import Server, Wrong, run
from serving import CLIENTS, compare, kill_while_starting, let_a_minute_pass, open_bakery, require_good
from wishes import SHOP

SERVING_SECONDS_MAX = 20
LOOK_AGAIN_SECONDS = 0.005
# By then each of a server's connections to PostgreSQL was tried again.
LAST_SECONDS = 1


class Town:
    """Servers on one database and clients that spread over them, until it is left."""

    def __init__(self, binary, database):
        self._binary, self._database = binary, database
        self.servers = [Server(binary, database, f".{number}") for number in range(2)]
        self._stop, self._threads, self._probes = threading.Event(), [], 0

    def open(self):
        """The first starts migrate, all at once, and one of them is killed over it."""
        for server in self.servers:
            server.start()
        kill_while_starting(self.servers[0])
        self.servers[0].start()
        for server in self.servers:
            server.wait_until_ready()
        token, reward = open_bakery(self._binary, self._database, self.servers[0])
        self.clients = [Client(number, token, reward) for number in range(CLIENTS)]

    @contextlib.contextmanager
    def under_load(self):
        self._threads = [
            threading.Thread(target=client.run, args=(self.servers, self._stop)) for client in self.clients]
        for thread in self._threads:
            thread.start()
        try:
            yield
        finally:
            self._stop.set()
            for thread in self._threads:
                thread.join()

    def pause(self):
        self._stop.wait(random.uniform(0.05, 0.6))
        require_good(self.clients)

    def move(self, database):
        """The database is on another machine from now on."""
        self._database = database

    def seconds_until_all_serve(self):
        """Until each server has taken an order and shown it, from now."""
        begun = time.monotonic()
        for server in self.servers:
            while not self._serves(server):
                if time.monotonic() - begun > SERVING_SECONDS_MAX:
                    raise Wrong(f"a server did not serve within {SERVING_SECONDS_MAX} s")
                time.sleep(LOOK_AGAIN_SECONDS)
        return time.monotonic() - begun

    def close(self):
        """Holds what clients were told against what is there. Returns how many calls were answered, and how many of
        them when asked again."""
        let_a_minute_pass(self._database)
        time.sleep(LAST_SECONDS)
        compare(self.clients, self.servers[0])
        self.end()
        run(self._binary, self._database, "audit")
        return sum(client.told for client in self.clients), sum(client.asked_again for client in self.clients)

    def end(self):
        for server in self.servers:
            server.kill()

    def _serves(self, server):
        self._probes += 1
        path = f"{SHOP}/orders/probe-{self._probes}"
        order = {"customer": {"id": "probe"}, "status": "delivered", "revision": 1, "total": "1.00"}
        try:
            return server.call("PUT", path, order)[0] == 201 and server.call("GET", path)[0] == 200
        except OSError:
            return False


def prove(binary, postgres, kills):
    """Returns how many calls were answered, how many of them when asked again, the seconds that the start of a server
    took, and those until both served once PostgreSQL was back; and what backups have in them."""
    database = postgres.database("served")
    town = Town(binary, database)
    started, back = [], []
    try:
        town.open()
        with town.under_load():
            for number in range(kills):
                town.pause()
                kill_one(town, postgres, number, started, back)
            orders = backup.prove(binary, postgres, database, town)
            town.pause()
        backup.prove_whole(binary, postgres, database)
        return *town.close(), started, back, orders
    finally:
        town.end()


def kill_one(town, postgres, number, started, back):
    """In turn a server, PostgreSQL, and both together; some servers while they start, too."""
    server = random.choice(town.servers)
    kind = number % 3
    if kind == 1:
        kill_postgres(postgres, number)
        back.append(town.seconds_until_all_serve())
        return
    server.kill()
    if kind == 2:
        kill_postgres(postgres, number)
    if number % 8 == 3:
        server.start()
        kill_while_starting(server)
    server.start()
    started.append(server.wait_until_ready())
    if kind == 2:
        town.seconds_until_all_serve()


def kill_postgres(postgres, number):
    """As a crash, or by its own tool; it is gone for a moment."""
    if number % 2:
        postgres.kill()
    else:
        postgres.stop()
    time.sleep(random.uniform(0, 1))
    postgres.start()
