"""The calls: the same paths, bodies and answers as Tuzo's."""
from django.db import transaction
from django.utils import timezone
from rest_framework.exceptions import NotFound, ValidationError
from rest_framework.response import Response
from rest_framework.views import APIView

from . import orders, rules
from .authentication import IsPerson, IsPlatform
from .models import Entry, Member, Program, Shop, Spending
from .serializers import OrderSerializer, ProgramSerializer, ShopSerializer

PAGE, PAGE_MAX = 50, 200


class ReadyView(APIView):
    authentication_classes = []

    def get(self, request):
        return Response({"status": "ready"})


class ShopView(APIView):
    permission_classes = [IsPlatform]

    def put(self, request, shop):
        fields = checked(ShopSerializer, request)
        _, is_new = Shop.objects.update_or_create(pk=shop, defaults=fields)
        return Response({"id": shop, **fields}, status=201 if is_new else 200)


class ProgramView(APIView):
    permission_classes = [IsPerson]

    @transaction.atomic
    def post(self, request):
        shop = Shop.objects.select_for_update().filter(owner_id=request.user.person).first()
        if not shop:
            raise NotFound("Shop not found")
        fields = checked(ProgramSerializer, request)
        newest = newest_program(shop.pk)
        Program.objects.create(
            shop=shop, version=newest.version + 1 if newest else 1, is_active=fields["is_active"],
            points_per_unit=int(fields["points_per_dollar"] * rules.ONE),
            minimum_spend=orders.minor(fields["minimum_spend_for_points"]), expiry_days=fields["points_expiry_days"],
            tiers=[{"key": key, "threshold": orders.minor(tier["threshold"]),
                    "multiplier": int(tier["multiplier"] * rules.ONE)} for key, tier in fields["tiers"].items()])
        return Response({"message": "Loyalty program updated successfully", "created": newest is None})


class OrderView(APIView):
    permission_classes = [IsPlatform]

    def put(self, request, shop, order):
        state = checked(OrderSerializer, request)
        program = newest_program(shop)
        held_shop = program.shop if program else Shop.objects.filter(pk=shop).first()
        if not held_shop:
            raise NotFound("Shop not found")
        if state.get("currency", held_shop.currency) != held_shop.currency:
            raise ValidationError({"currency": "The shop has another currency."})
        try:
            held, member, is_new, is_stale, change, tier_before = orders.record(held_shop, program, order, state)
        except orders.Refused as refusal:
            raise ValidationError({"error": str(refusal)}) from refusal
        return Response({
            "order_id": order, "status": held.status, "revision": held.revision, "stale": is_stale,
            "points_awarded": held.posted, "points_change": change, "balance": member.balance,
            "current_tier": member.tier_key, "tier_changed": member.tier_key != tier_before, "guest": False,
        }, status=201 if is_new else 200)


class AccountsView(APIView):
    permission_classes = [IsPerson]

    def get(self, request):
        members = Member.objects.filter(customer_id=request.user.person).select_related("shop").order_by("shop_id")
        return Response([account(member) for member in members])


class EntriesView(APIView):
    permission_classes = [IsPlatform]

    def get(self, request, shop, customer):
        member = Member.objects.filter(shop_id=shop, customer_id=customer).only("pk").first()
        if not member:
            raise NotFound("No loyalty account found for this shop")
        try:
            limit = min(int(request.query_params.get("limit", PAGE)), PAGE_MAX)
            cursor = int(request.query_params.get("cursor", 0))
        except ValueError as error:
            raise ValidationError({"error": "limit and cursor must be whole numbers."}) from error
        entries = Entry.objects.filter(member=member).order_by("-sequence")
        if cursor:
            entries = entries.filter(sequence__lt=cursor)
        rows = list(entries[:limit + 1])
        more = str(rows[limit - 1].sequence) if len(rows) > limit else None
        return Response({"items": [line(entry) for entry in rows[:limit]], "next_cursor": more})


def checked(serializer, request):
    serializer = serializer(data=request.data)
    serializer.is_valid(raise_exception=True)
    return serializer.validated_data


def newest_program(shop):
    return Program.objects.filter(shop_id=shop).select_related("shop").order_by("-version").first()


def account(member):
    year = timezone.now().year
    program = newest_program(member.shop_id)
    spent = dict(Spending.objects.filter(member=member, year__gte=year - 1).values_list("year", "amount"))
    tiers = program.tiers if program else []
    rank = rules.standing(spent, year, tiers) if tiers else 0
    tenths, needed = rules.progress(spent.get(year, 0), rank, tiers) if tiers else (0, 0)
    return {
        "shop_id": member.shop_id, "shop_name": member.shop.name, "shop_logo": None,
        "current_tier": tiers[rank]["key"] if tiers else "", "tier_progress": tenths / 10,
        "next_tier_spending_needed": needed / rules.MINOR_PER_UNIT, "points_balance": member.balance,
        "total_points_earned": member.earned, "total_orders": member.order_count,
        "annual_spending": spent.get(year, 0) / rules.MINOR_PER_UNIT, "last_activity": member.last_activity,
    }


def line(entry):
    text = bytes(entry.hash).hex()
    return {
        "sequence": entry.sequence, "id": text[:32], "type": entry.kind, "points_change": entry.points,
        "balance_after": entry.balance_after, "reference": entry.reference, "description": entry.description,
        "occurred_at": entry.occurred_at, "recorded_at": entry.recorded_at, "actor": entry.actor,
        "program_version": entry.program_version, "hash": text,
    }
