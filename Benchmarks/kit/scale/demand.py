"""What an installation needs, from what one order costs."""
from dataclasses import dataclass

YEAR = 365 * 86_400
ONCE_A_MEMBER = {"member", "customer"}  # tables that grow with people; all others grow with orders
ONCE_A_DAY = {"spending_day"}  # of a member; here every order is on a day of its own
LEAVES = 12  # pages of an order that hold nothing for others: its member's rows, and where they stand in indexes
INNER_SHARE = 0.01  # of an index, what is above its leaves


@dataclass(frozen=True)
class Installation:
    shops: int
    members: int
    entries: int
    years: float  # in which the entries came together
    peak: float  # the busiest hour of a year against its average

    @property
    def average_orders_per_second(self):
        return self.entries / (self.years * YEAR)

    @property
    def peak_orders_per_second(self):
        return self.average_orders_per_second * self.peak


INSTALLATION = Installation(
    shops=10_000, members=100_000_000, entries=10_000_000_000, years=5, peak=12)


def demand(installation, costs):
    tables = {
        name: rows(installation, name, size) * (size["table"] + size["indexes"])
        for name, size in costs["bytes"].items()}
    indexes = sum(rows(installation, name, size) * size["indexes"] for name, size in costs["bytes"].items())
    peak, spread = installation.peak_orders_per_second, costs["spread"]
    return {
        "installation": installation, "tables": tables, "bytes": sum(tables.values()), "index_bytes": indexes,
        "inner_bytes": indexes * INNER_SHARE,
        "average": installation.average_orders_per_second, "peak": peak,
        "server_cores": peak * spread["server_us"] / 1e6, "database_cores": peak * spread["database_us"] / 1e6,
        "log_bytes_per_second": peak * spread["log_bytes"],
        "log_bytes_per_day": installation.average_orders_per_second * spread["log_bytes"] * 86_400,
        "reads_per_second": peak * LEAVES, "lapses_per_day": installation.average_orders_per_second * 86_400,
    }


def rows(installation, name, size):
    if name in ONCE_A_MEMBER:
        return installation.members
    return installation.entries * (1 if name in ONCE_A_DAY else size["an_order"])
