"""Entries and the lots behind them."""
from django.db.models import F

from .models import Entry, Lot
from .rules import entry_hash


def append(member, kind, points, order, description, actor, occurred_at, recorded_at):
    member.sequence += 1
    member.balance += points
    member.last_hash = entry_hash(
        bytes(member.last_hash), member.shop_id, member.customer_id, member.sequence, kind, points, member.balance,
        order.order_id, description, actor, milliseconds(occurred_at), milliseconds(recorded_at), order.program_version)
    Entry.objects.create(
        member=member, sequence=member.sequence, kind=kind, points=points, balance_after=member.balance,
        reference=order.order_id, description=description, actor=actor, occurred_at=occurred_at,
        recorded_at=recorded_at, program_version=order.program_version, hash=member.last_hash)


def open_lot(member, order, points, earned_at, expires_on):
    """What a debt takes is gone at once."""
    remaining = min(points, max(0, member.balance))
    Lot.objects.create(
        member=member, sequence=member.sequence, order_id=order.order_id, earned_at=earned_at, expires_on=expires_on,
        points=points, remaining=remaining)


def take_back(member, order, points):
    """From the order's own lots first, then those that expire soonest; what is not there becomes debt."""
    lots = Lot.objects.filter(member=member, remaining__gt=0)
    in_turn = lots.order_by(F("expires_on").asc(nulls_last=True), "earned_at", "sequence")
    for lot in sorted(in_turn, key=lambda lot: lot.order_id != order.order_id):
        taken = min(points, lot.remaining)
        if taken == 0:
            return
        lot.remaining -= taken
        lot.save(update_fields=["remaining"])
        points -= taken


def milliseconds(moment):
    return int(moment.timestamp() * 1000)
