"""Somebody who looks at pages and answers one after the other, and how long that takes."""
import http.client
import time
import urllib.parse

from .failure import RunFailed

TIMEOUT_SECONDS = 60


class Visitor:
    """One connection to the server, with its credentials."""

    def __init__(self, server, headers):
        self._connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=TIMEOUT_SECONDS)
        self._headers = headers

    @classmethod
    def with_token(cls, server, token):
        """A program that calls the API."""
        return cls(server, {"Authorization": f"Bearer {token}"})

    @classmethod
    def signed_in(cls, server, person):
        """A browser in which somebody has signed in."""
        visitor = cls(server, {"Accept-Encoding": "gzip"})
        visitor._headers["Cookie"] = visitor._sign_in(server.token(person))
        return visitor

    def _sign_in(self, token):
        form = urllib.parse.urlencode({"token": token})
        self._connection.request("POST", "/session", form, {"Content-Type": "application/x-www-form-urlencoded"})
        answer = self._connection.getresponse()
        answer.read()
        cookies = [value for name, value in answer.getheaders() if name.lower() == "set-cookie"]
        if not cookies:
            raise RunFailed(f"somebody could not sign in: {answer.status}")
        return "; ".join(cookie.split(";")[0] for cookie in cookies)

    @property
    def cookie(self):
        return self._headers["Cookie"]

    def get(self, path):
        """The body as it was sent, to browsers compressed."""
        self._connection.request("GET", path, headers=self._headers)
        answer = self._connection.getresponse()
        body = answer.read()
        if answer.status != 200:
            raise RunFailed(f"{path} was answered {answer.status}")
        return body


def p95_ms(visitors, path, views):
    """Looked at again and again by one visitor after the other, as a browser beside the server feels it."""
    took = []
    for number in range(views):
        start = time.monotonic()
        visitors[number % len(visitors)].get(path)
        took.append((time.monotonic() - start) * 1000)
    return sorted(took)[views * 95 // 100]
