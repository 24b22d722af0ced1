"""A client that asks for one thing after another, and writes down what it was told."""
import http.client

from account import Account
from wishes import Wishes


class Client:
    """Its accounts are its own, so that it knows what each must come to."""

    def __init__(self, name, token, reward):
        self._name, self._token, self._reward = name, token, reward
        self._wishes, self._pending, self._waiting, self._accounts = [], None, [], []
        self.wrong, self.told, self.asked_again = [], 0, 0
        self._open_account()

    def run(self, server, stop):
        """Asks until the server is gone; what it was killed over is asked for again the next time."""
        connection = server.connect()
        while not stop.is_set() and not self.wrong:
            self._pending = self._pending or self._wishes[-1].choose()
            try:
                self._settle(self._pending, server, connection)
            except (OSError, http.client.HTTPException):
                self._pending.is_repeated = True
                return

    def finish(self, server):
        """Asks again for everything whose outcome is not known, a minute later."""
        acts = self._waiting + ([self._pending] if self._pending else [])
        self._waiting = []
        for act in acts:
            self._settle(act, server)
        if self._waiting:
            self.wrong.append(f"{len(self._waiting)} keys are in use for ever")

    def check(self, server):
        """Holds every promise against what is there."""
        for account in self._accounts + [referee for wishes in self._wishes for referee in wishes.referees]:
            self.wrong += account.wrong(server, self._token)

    def _settle(self, act, server, connection=None):
        outcome = act.send(server, connection)
        self._pending = None
        if outcome == "in use":
            # Whether it was done is known in a minute; its account rests until then.
            self._waiting.append(act)
            self._open_account()
        elif outcome == "done":
            self.told += 1
            self.asked_again += act.is_repeated
        else:
            self.wrong.append(outcome)

    def _open_account(self):
        self._accounts.append(Account(f"{self._name}-{len(self._accounts)}"))
        self._wishes.append(Wishes(self._accounts[-1], self._token, self._reward))
