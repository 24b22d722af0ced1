"""Tokens of customers, as the platform issues them."""
import base64
import hashlib
import hmac
import json
import time

from .tuzo import JWT_SECRET

HEADER = {"alg": "HS256", "typ": "JWT"}
GOOD_FOR_SECONDS = 86_400


def token(customer):
    claims = {"user_id": customer, "token_type": "access", "exp": int(time.time()) + GOOD_FOR_SECONDS}
    signed = f"{_encoded(json.dumps(HEADER).encode())}.{_encoded(json.dumps(claims).encode())}"
    signature = hmac.new(JWT_SECRET.encode(), signed.encode(), hashlib.sha256).digest()
    return f"{signed}.{_encoded(signature)}"


def write_authorizations(path, customers):
    """A line for each, for the load generator. Returns the path."""
    with open(path, "w") as file:
        file.writelines(f"Bearer {token(customer)}\n" for customer in customers)
    return path


def _encoded(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()
