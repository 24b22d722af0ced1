"""What is stored. Money is whole minor units, points are whole."""
from django.db import models


class Shop(models.Model):
    id = models.CharField(primary_key=True, max_length=64)
    name = models.CharField(max_length=200)
    owner_id = models.CharField(max_length=64, db_index=True)
    currency = models.CharField(max_length=3)
    time_zone = models.CharField(max_length=64)


class Program(models.Model):
    """A version; the newest is in force."""

    shop = models.ForeignKey(Shop, models.CASCADE)
    version = models.PositiveIntegerField()
    is_active = models.BooleanField()
    points_per_unit = models.BigIntegerField()  # ten-thousandths
    minimum_spend = models.BigIntegerField()
    expiry_days = models.PositiveIntegerField(null=True)
    tiers = models.JSONField()  # [{key, threshold, multiplier}], rising

    class Meta:
        constraints = [models.UniqueConstraint(fields=["shop", "version"], name="program_by_version")]


class Customer(models.Model):
    id = models.CharField(primary_key=True, max_length=64)
    name = models.CharField(max_length=200)


class Member(models.Model):
    shop = models.ForeignKey(Shop, models.CASCADE)
    customer = models.ForeignKey(Customer, models.CASCADE)
    tier_key = models.CharField(max_length=64)
    sequence = models.BigIntegerField(default=0)
    balance = models.BigIntegerField(default=0)
    earned = models.BigIntegerField(default=0)
    order_count = models.BigIntegerField(default=0)
    joined_at = models.DateTimeField()
    last_activity = models.DateTimeField(db_index=True)
    last_hash = models.BinaryField(default=bytes(32))

    class Meta:
        constraints = [models.UniqueConstraint(fields=["shop", "customer"], name="member_by_customer")]


class Spending(models.Model):
    """What a member spent in a calendar year; it decides the tier."""

    member = models.ForeignKey(Member, models.CASCADE)
    year = models.PositiveIntegerField()
    amount = models.BigIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["member", "year"], name="spending_by_year")]


class Order(models.Model):
    """The latest state of an order, and what it came to."""

    shop = models.ForeignKey(Shop, models.CASCADE)
    order_id = models.CharField(max_length=64)
    member = models.ForeignKey(Member, models.CASCADE)
    status = models.CharField(max_length=20)
    revision = models.BigIntegerField(null=True)
    total = models.BigIntegerField()
    refunded = models.BigIntegerField()
    placed_at = models.DateTimeField(null=True)
    updated_at = models.DateTimeField(null=True)
    program_version = models.PositiveIntegerField(null=True)  # the terms, once it has them
    tier_key = models.CharField(max_length=64, default="")
    multiplier = models.BigIntegerField(default=0)
    posted = models.BigIntegerField(default=0)
    spending = models.BigIntegerField(default=0)
    spending_year = models.PositiveIntegerField()
    is_counted = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["shop", "order_id"], name="order_by_id")]


class Entry(models.Model):
    """A line of the ledger; nothing changes it."""

    member = models.ForeignKey(Member, models.PROTECT, db_index=False)
    sequence = models.BigIntegerField()
    kind = models.CharField(max_length=30)
    points = models.BigIntegerField()
    balance_after = models.BigIntegerField()
    reference = models.CharField(max_length=64)
    description = models.CharField(max_length=200)
    actor = models.CharField(max_length=64)
    occurred_at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    program_version = models.PositiveIntegerField(null=True)
    hash = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["member", "sequence"], name="entry_by_sequence")]


class Lot(models.Model):
    """What is left of a credit."""

    member = models.ForeignKey(Member, models.CASCADE)
    sequence = models.BigIntegerField()
    order_id = models.CharField(max_length=64)
    earned_at = models.DateTimeField()
    expires_on = models.DateField(null=True)
    points = models.BigIntegerField()
    remaining = models.BigIntegerField()
