"""The workloads of QUALITY.md by name; each takes a Bench and returns its Measurements."""
from . import (
    a1_audit, b1_orders, b2_one_connection, b3_postgres, b4_hot_member, b5_redeem, b6_wallet, b7_import, b8_reports,
    b9_django, b10_servers, b11_start, b12_growth, e1_expiry, p1_preview, w1_pages, w2_slow_phone)

WORKLOADS = {
    "B1": b1_orders.run,
    "B2": b2_one_connection.run,
    "B3": b3_postgres.run,
    "B4": b4_hot_member.run,
    "B5": b5_redeem.run,
    "B6": b6_wallet.run,
    "B7": b7_import.run,
    "B8": b8_reports.run,
    "B9": b9_django.run,
    "B9P": b9_django.run_on_postgres,
    "B10": b10_servers.run,
    "B11": b11_start.run,
    "B12": b12_growth.run,
    "A1": a1_audit.run,
    "E1": e1_expiry.run,
    "P1": p1_preview.run,
    "W1": w1_pages.run,
    "W2": w2_slow_phone.run,
}
