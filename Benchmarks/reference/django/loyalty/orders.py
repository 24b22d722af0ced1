"""An order's whole state becomes points: the difference to what it came to before, in one transaction."""
import datetime

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from . import rules
from .ledger import append, open_lot, take_back
from .models import Customer, Member, Order, Spending

ACTOR = "key:platform"
EARNS = "delivered"


class Refused(Exception):
    pass


@transaction.atomic
def record(shop, program, order_id, state):
    """Returns the order, its member, whether it is new or stale, the points moved, and the tier before."""
    now = timezone.now()
    customer_id = state["customer"]["id"]
    learn(customer_id, state["customer"]["name"])
    member = lock_member(shop, program, customer_id, state, now)
    order = Order.objects.filter(shop=shop, order_id=order_id).first()
    if order and order.member_id != member.pk:
        raise Refused("The order belongs to another customer.")
    if order and is_older(state, order):
        return order, member, False, True, 0, member.tier_key
    is_new = order is None
    order = order or Order(shop=shop, order_id=order_id, member=member, spending_year=year_of(state, now))
    change, tier_before = settle(order, member, program, state, now)
    order.save(force_insert=is_new)
    member.save(force_update=True)
    return order, member, is_new, False, change, tier_before


def learn(customer_id, name):
    customer, is_new = Customer.objects.get_or_create(pk=customer_id, defaults={"name": name})
    if not is_new and name and customer.name != name:
        Customer.objects.filter(pk=customer_id).update(name=name)


def lock_member(shop, program, customer_id, state, now):
    """Whoever changes a member's ledger waits here for those before."""
    moment = occurred(state, now)
    member = Member.objects.select_for_update().filter(shop=shop, customer_id=customer_id).first()
    if member:
        return member
    Member.objects.get_or_create(shop=shop, customer_id=customer_id, defaults={
        "tier_key": program.tiers[0]["key"] if program else "", "joined_at": now, "last_activity": moment})
    return Member.objects.select_for_update().get(shop=shop, customer_id=customer_id)


def settle(order, member, program, state, now):
    """Brings order, ledger, spending and tier to a state. Returns the points moved, and the tier before."""
    spent = dict(Spending.objects.filter(member=member).values_list("year", "amount"))
    year = year_of(state, now) if state["placed_at"] else order.spending_year
    deserves = state["status"] == EARNS
    remaining = max(0, minor(state["total"]) - minor(state["refunded_amount"])) if deserves else 0
    tier_before = member.tier_key
    if program and program.is_active and deserves and order.program_version is None:
        take_terms(order, program, {**spent, order.spending_year: spent.get(order.spending_year, 0) - order.spending},
                   year)
    posted = order.posted
    points = rules.points_for(remaining, terms_of(order, program), order.multiplier) if order.program_version else 0
    post(order, member, points - posted, state, program, now)
    move_spending(member, spent, order, remaining, year)
    was_counted, order.is_counted = order.is_counted, deserves and (remaining > 0 or not state["refunded_amount"])
    member.order_count += order.is_counted - was_counted
    if order.is_counted:
        member.last_activity = max(member.last_activity, min(occurred(state, now), now))
    if program:
        member.tier_key = program.tiers[rules.standing(spent, now.year, program.tiers)]["key"]
    order.posted, order.spending, order.spending_year = points, remaining, year
    order.status, order.revision = state["status"], state["revision"]
    order.total, order.refunded = minor(state["total"]), minor(state["refunded_amount"])
    order.placed_at, order.updated_at = state["placed_at"], state["updated_at"]
    return points - posted, tier_before


def take_terms(order, program, spent, year):
    """The tier held before the order's own spending; the order keeps it for good."""
    tier = program.tiers[rules.standing(spent, year, program.tiers)]
    order.program_version, order.tier_key, order.multiplier = program.version, tier["key"], tier["multiplier"]


def terms_of(order, program):
    if order.program_version == program.version:
        return program
    return type(program).objects.get(shop_id=order.shop_id, version=order.program_version)


def post(order, member, due, state, program, now):
    moment = occurred(state, now)
    if due > 0:
        member.earned += due
        append(member, "earned_purchase", due, order, f"Order {order.order_id}", ACTOR, moment, now)
        days = program.expiry_days
        open_lot(member, order, due, moment, moment.date() + datetime.timedelta(days=days) if days else None)
    elif due < 0:
        member.earned += due
        take_back(member, order, -due)
        append(
            member, "reversed_purchase", due, order, f"Taken back: order {order.order_id}", ACTOR, moment, now)


def move_spending(member, spent, order, remaining, year):
    changes = {year: remaining}
    changes[order.spending_year] = changes.get(order.spending_year, 0) - order.spending
    for each, change in changes.items():
        if change == 0:
            continue
        if not Spending.objects.filter(member=member, year=each).update(amount=F("amount") + change):
            Spending.objects.create(member=member, year=each, amount=change)
        spent[each] = spent.get(each, 0) + change


def is_older(state, held):
    if state["revision"] is not None and held.revision is not None:
        return state["revision"] < held.revision
    return bool(state["updated_at"] and held.updated_at and state["updated_at"] < held.updated_at)


def occurred(state, now):
    return state["delivered_at"] or state["updated_at"] or state["placed_at"] or now


def year_of(state, now):
    return (state["placed_at"] or occurred(state, now)).year


def minor(amount):
    return int(amount * rules.MINOR_PER_UNIT)
