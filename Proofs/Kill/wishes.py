"""What a client may ask for its account, and what each must change."""
import dataclasses
import random

from account import Account, Order
from act import Act
from server import PLATFORM_KEY

SHOP = "/api/shops/bakery"
COST, BONUS = 30, 7
REFERRER_PAID, REFEREE_PAID, REFERRAL_MINIMUM = 100, 50, 25
HOLDS_MAX = 20


def key():
    return f"{random.getrandbits(100):x}"


class Wishes:
    def __init__(self, account, token, reward):
        self._mine, self._token, self._reward = account, token, reward
        self.referees = []

    def choose(self):
        mine = self._mine
        if not mine.orders:
            return self.order()
        choices = [self.order, self.refund, self.adjust, self.claim]
        choices += [self.pay_referral] * 2 if self.referees and not self.referees[-1].orders else []
        choices += [self.redeem] * 3 if mine.available() >= COST else []
        choices += [self.hold] * 2 if mine.available() >= COST and len(mine.holds) < HOLDS_MAX else []
        choices += [self.use, self.cancel] if mine.live else []
        choices += [self.confirm, self.release] if mine.holds and mine.available() >= 0 else []
        return random.choice(choices)()

    def _act(self, method, path, body, then, **more):
        return Act(method, SHOP + path, body, then, more.pop("bearer", self._token), **more)

    def order(self):
        name, order = f"{self._mine.customer}-{len(self._mine.orders)}", Order(random.randrange(1, 900))
        return self._send(self._mine, name, order, order.total)

    def refund(self):
        name, before = random.choice(list(self._mine.orders.items()))
        back = random.randrange(0, before.total - before.refunded + 1)
        after = dataclasses.replace(before, refunded=before.refunded + back, revision=before.revision + 1)
        return self._send(self._mine, name, after, -back)

    def pay_referral(self):
        """The first order of whom the account's member invited pays both."""
        referee, order = self.referees[-1], Order(random.randrange(REFERRAL_MINIMUM, 900))

        def also():
            self._mine.balance += REFERRER_PAID

        return self._send(referee, f"{referee.customer}-first", order, order.total + REFEREE_PAID, also)

    def _send(self, account, name, order, change, also=lambda: None):
        def then(_):
            account.orders[name] = order
            account.balance += change
            also()

        return self._act(
            "PUT", f"/orders/{name}", order.state(account.customer), then, bearer=PLATFORM_KEY)

    def adjust(self):
        points = random.randrange(1, 50)

        def then(_):
            self._mine.balance += points

        body = {"points": points, "reason": "For being killed"}
        return self._act("POST", f"/members/{self._mine.customer}/adjustments", body, then, key=key())

    def claim(self):
        if not self._mine.referral_code:
            def learn(answer):
                self._mine.referral_code = answer["referral_code"]

            return self._act("GET", f"/members/{self._mine.customer}", None, learn)
        referee = Account(f"{self._mine.customer}-r{len(self.referees)}")
        body = {"code": self._mine.referral_code, "customer_id": referee.customer}
        return self._act(
            "POST", "/referral-claims", body, lambda _: self.referees.append(referee), bearer=PLATFORM_KEY, key=key())

    def redeem(self):
        def then(answer):
            self._mine.balance -= COST
            if answer:
                self._mine.codes[answer["code"]] = "pending"
                self._mine.live.append((answer["code"], answer["id"]))

        body = {"reward_id": self._reward, "customer_id": self._mine.customer}
        return self._act("POST", "/redemptions", body, then, key=key())

    def use(self):
        code, _ = self._mine.live[-1]
        return self._act(
            "PUT", f"/codes/{code}/use", None, self._end_code("redeemed", BONUS), done="code_must_not_be_used")

    def cancel(self):
        _, redemption = self._mine.live[-1]
        return self._act(
            "DELETE", f"/redemptions/{redemption}", None, self._end_code("cancelled", COST),
            done="code_must_not_be_cancelled")

    def _end_code(self, status, back):
        def then(_):
            code, _ = self._mine.live.pop()
            self._mine.codes[code] = status
            self._mine.balance += back

        return then

    def hold(self):
        points = random.randrange(1, COST)

        def then(answer):
            self._mine.held += points
            if answer:
                self._mine.holds.append((answer["id"], points))

        body = {"customer_id": self._mine.customer, "points": points, "seconds": 86400}
        return self._act("POST", "/holds", body, then, bearer=PLATFORM_KEY, key=key())

    def confirm(self):
        hold, points = self._mine.holds[-1]
        part = random.randrange(1, points + 1)
        return self._act(
            "PUT", f"/holds/{hold}/confirmation", {"points": part}, self._end_hold(part), bearer=PLATFORM_KEY)

    def release(self):
        hold, _ = self._mine.holds[-1]
        return self._act("DELETE", f"/holds/{hold}", None, self._end_hold(0), bearer=PLATFORM_KEY)

    def _end_hold(self, spent):
        def then(_):
            _, points = self._mine.holds.pop()
            self._mine.held -= points
            self._mine.balance -= spent

        return then
