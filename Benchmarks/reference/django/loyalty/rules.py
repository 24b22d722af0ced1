"""The rules of points that an order meets, in whole numbers."""
import hashlib

ONE = 10_000  # rates and multipliers are ten-thousandths
MINOR_PER_UNIT = 100


def points_for(minor_units, program, multiplier):
    """Rounded down once, at the end."""
    if minor_units < program.minimum_spend:
        return 0
    return minor_units * program.points_per_unit * multiplier // (MINOR_PER_UNIT * ONE * ONE)


def rank_for(spending, tiers):
    return max(rank for rank, tier in enumerate(tiers) if rank == 0 or spending >= tier["threshold"])


def standing(spending_by_year, year, tiers):
    """The higher of what this year and the year before come to."""
    return max(rank_for(spending_by_year.get(each, 0), tiers) for each in (year - 1, year))


def progress(spending, rank, tiers):
    """Percent of the way to the next tier in tenths, and the minor units still needed."""
    if rank + 1 == len(tiers):
        return 1000, 0
    start, end = tiers[rank]["threshold"], tiers[rank + 1]["threshold"]
    covered = min(max(spending - start, 0), end - start)
    return covered * 1000 // (end - start), max(0, end - spending)


def entry_hash(previous, *fields):
    """Over the hash before, and every field with its length before it."""
    encoded = ("" if field is None else str(field) for field in fields)
    return hashlib.sha256(previous + "".join(f"{len(each.encode())}:{each}," for each in encoded).encode()).digest()
