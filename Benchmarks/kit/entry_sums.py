"""What an owner sees of a shop, summed up from the entries: the way without roll-ups."""
import contextlib
import datetime
import sqlite3
from dataclasses import dataclass

DAYS = 30
TOP = 10
MAPPED_BYTES_MAX = 2_147_418_112  # the most that SQLite takes, so that it need not copy pages
EARNED = "SUM(CASE WHEN kind LIKE 'earned%' OR kind IN ('reversed_purchase', 'reversed_referral') THEN points END)"
REDEEMED = "-SUM(CASE WHEN kind LIKE 'redeemed%' OR kind = 'reversed_redemption' THEN points END)"

# One walk along the primary key; each member's entries lie side by side.
ANALYTICS = f"""
    WITH per_member AS MATERIALIZED (
        SELECT COALESCE({EARNED}, 0) AS earned, COALESCE({REDEEMED}, 0) AS redeemed, SUM(points) AS balance,
            MAX(occurred_at) AS last_at
        FROM entry WHERE shop_id = :shop GROUP BY customer_id)
    SELECT COUNT(*), SUM(earned), SUM(redeemed), SUM(balance), SUM(last_at >= :since) FROM per_member
    UNION ALL
    SELECT * FROM (SELECT 0, earned, 0, 0, 0 FROM per_member ORDER BY earned DESC LIMIT {TOP})
"""
DAYS_FLOW = f"""
    SELECT occurred_on, {EARNED}, {REDEEMED} FROM entry
    WHERE shop_id = :shop AND occurred_on BETWEEN :first AND :last GROUP BY occurred_on
"""
MEMBERS_FLOW = """
    SELECT SUM(balance), SUM(first_on > :before), SUM(last_on > :before), SUM(last_on BETWEEN :first AND :before) FROM (
        SELECT SUM(points) AS balance, MIN(occurred_on) AS first_on, MAX(occurred_on) AS last_on
        FROM entry WHERE shop_id = :shop GROUP BY customer_id)
"""


@dataclass
class Analytics:
    members: int
    earned: int
    redeemed: int
    outstanding: int
    active: int
    most_earned: list


@dataclass
class Overview:
    earned: int  # in the period
    outstanding: int
    joined: int  # in the period


class Entries(contextlib.AbstractContextManager):
    """Reads beside a running server; its time zone is UTC."""

    def __init__(self, database, shop):
        self._connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
        self._connection.execute(f"PRAGMA mmap_size = {MAPPED_BYTES_MAX}")
        self._shop = shop

    def __exit__(self, *_):
        self._connection.close()

    def analytics(self):
        since = datetime.datetime.now(datetime.timezone.utc) - datetime.timedelta(days=DAYS)
        all_of_them, *top = self._rows(ANALYTICS, since=int(since.timestamp() * 1000))
        return Analytics(*all_of_them, most_earned=[earned for _, earned, *_ in top])

    def overview(self):
        """The period up to today, and the one before."""
        today = (datetime.datetime.now(datetime.timezone.utc).date() - datetime.date(1970, 1, 1)).days
        days = {"first": today - 2 * DAYS + 1, "before": today - DAYS, "last": today}
        by_day = self._rows(DAYS_FLOW, first=days["first"], last=days["last"])
        (outstanding, joined, *_), = self._rows(MEMBERS_FLOW, first=days["first"], before=days["before"])
        return Overview(
            earned=sum(earned or 0 for day, earned, _ in by_day if day > days["before"]), outstanding=outstanding,
            joined=joined)

    def _rows(self, statement, **values):
        return self._connection.execute(statement, {"shop": self._shop, **values}).fetchall()
