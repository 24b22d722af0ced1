"""A client that asks for one thing after another, and writes down what it was told."""
import http.client

from account import Account
from wishes import Wishes

PAUSE_SECONDS = 0.02


class Client:
    """Its accounts are its own, so that it knows what each must come to."""

    def __init__(self, number, token, reward):
        self._number, self._token, self._reward = number, token, reward
        self._wishes, self._pending, self._waiting, self._accounts = [], None, [], []
        self.wrong, self.told, self.asked_again, self.refused = [], 0, 0, 0
        self._open_account()

    def run(self, servers, stop):
        """Asks until it is told to stop; where a server is gone or cannot reach its database, the next one, for the
        same."""
        turn, connection = 0, None
        while not stop.is_set() and not self.wrong:
            self._pending = self._pending or self._wishes[-1].choose()
            server = servers[(self._number + turn) % len(servers)]
            try:
                connection = connection or server.connect()
                is_settled = self._settle(self._pending, server, connection)
            except (OSError, http.client.HTTPException):
                self._pending.is_repeated |= connection is not None  # or else it never came there
                is_settled = False
            if not is_settled:
                turn, connection = turn + 1, None
                stop.wait(PAUSE_SECONDS)

    def finish(self, server):
        """Asks again for everything whose outcome is not known, a minute later."""
        acts = self._waiting + ([self._pending] if self._pending else [])
        self._waiting = []
        for act in acts:
            if not self._settle(act, server):
                self.wrong.append(f"{act.method} {act.path} is never answered")
        if self._waiting:
            self.wrong.append(f"{len(self._waiting)} keys are in use for ever")

    def check(self, server):
        """Holds every promise against what is there."""
        for account in self._accounts + [referee for wishes in self._wishes for referee in wishes.referees]:
            self.wrong += account.wrong(server, self._token)

    def _settle(self, act, server, connection=None):
        """Returns whether its outcome is known, or is to be asked for later."""
        outcome = act.send(server, connection)
        if outcome == "unknown":
            self.refused += 1
            act.is_repeated = True
            return False
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
        return True

    def _open_account(self):
        self._accounts.append(Account(f"c{self._number}-{len(self._accounts)}"))
        self._wishes.append(Wishes(self._accounts[-1], self._token, self._reward))
