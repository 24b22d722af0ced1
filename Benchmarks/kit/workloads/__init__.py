"""The workloads of QUALITY.md by name; each takes a Bench and returns its Measurements."""
from . import (
    a1_audit, b1_orders, b2_one_connection, b7_import, b11_start, e1_expiry, p1_preview, w1_pages, w2_slow_phone)

WORKLOADS = {
    "B1": b1_orders.run,
    "B2": b2_one_connection.run,
    "B7": b7_import.run,
    "B11": b11_start.run,
    "A1": a1_audit.run,
    "E1": e1_expiry.run,
    "P1": p1_preview.run,
    "W1": w1_pages.run,
    "W2": w2_slow_phone.run,
}
