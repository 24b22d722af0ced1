"""What one member must have, by all that the server has answered."""
import dataclasses


@dataclasses.dataclass
class Order:
    total: int
    refunded: int = 0
    revision: int = 1

    def state(self, customer):
        """As the platform sends it: always the whole of it."""
        return {
            "customer": {"id": customer}, "status": "delivered", "revision": self.revision,
            "total": f"{self.total}.00", "refunded_amount": f"{self.refunded}.00"}


class Account:
    def __init__(self, customer):
        self.customer = customer
        self.balance = 0
        self.held = 0
        self.orders = {}  # by id
        self.codes = {}  # what became of each
        self.live = []  # codes that can be used or cancelled: (code, id)
        self.holds = []  # holds that can be ended: (id, points)
        self.referral_code = None

    def available(self):
        return self.balance - self.held

    def wrong(self, server, token):
        """What is not as it was promised, in words."""
        member = server.demand("GET", f"/api/shops/bakery/members/{self.customer}", bearer=token)
        for name, promised in (("points_balance", self.balance), ("points_held", self.held)):
            if member[name] != promised:
                yield f"{self.customer} has {name} {member[name]}, and was promised {promised}"
        for name, order in self.orders.items():
            status, answer = server.call("GET", f"/api/shops/bakery/orders/{name}")
            if status != 200 or answer["points_awarded"] != order.total - order.refunded:
                yield f"order {name} was promised {order.total - order.refunded} points and is {status} {answer}"
        for code, promised in self.codes.items():
            found = server.demand("GET", f"/api/shops/bakery/codes/{code}", bearer=token)["status"]
            if found != promised:
                yield f"code {code} is {found}, and was promised to be {promised}"
