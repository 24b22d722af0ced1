"""What requests may say."""
from rest_framework import serializers

STATUSES = ["pending", "paid", "processing", "shipped", "out_for_delivery", "delivered", "cancelled", "returned"]


class ShopSerializer(serializers.Serializer):
    name = serializers.CharField(max_length=200)
    owner_id = serializers.CharField(max_length=64)
    currency = serializers.CharField(min_length=3, max_length=3)
    time_zone = serializers.CharField(max_length=64)


class TierSerializer(serializers.Serializer):
    threshold = serializers.DecimalField(max_digits=14, decimal_places=2, min_value=0)
    multiplier = serializers.DecimalField(max_digits=10, decimal_places=4, min_value=0)


class ProgramSerializer(serializers.Serializer):
    is_active = serializers.BooleanField()
    points_per_dollar = serializers.DecimalField(max_digits=12, decimal_places=4, min_value=0)
    minimum_spend_for_points = serializers.DecimalField(max_digits=14, decimal_places=2, min_value=0)
    points_expiry_days = serializers.IntegerField(min_value=1, allow_null=True)
    tiers = serializers.DictField(child=TierSerializer(), allow_empty=False)


class CustomerSerializer(serializers.Serializer):
    id = serializers.CharField(max_length=64)
    name = serializers.CharField(max_length=200, default="", allow_blank=True)


class OrderSerializer(serializers.Serializer):
    customer = CustomerSerializer()
    status = serializers.ChoiceField(STATUSES)
    revision = serializers.IntegerField(min_value=0, required=False, default=None, allow_null=True)
    currency = serializers.CharField(min_length=3, max_length=3, required=False)
    total = serializers.DecimalField(max_digits=14, decimal_places=2, min_value=0)
    refunded_amount = serializers.DecimalField(max_digits=14, decimal_places=2, min_value=0, default=0)
    placed_at = serializers.DateTimeField(required=False, default=None, allow_null=True)
    updated_at = serializers.DateTimeField(required=False, default=None, allow_null=True)
    delivered_at = serializers.DateTimeField(required=False, default=None, allow_null=True)
