"""A browser that watches for what must never happen, whatever a test is about."""
import contextlib
import os
import shutil

from playwright.sync_api import expect, sync_playwright

MILLISECONDS_TO_WAIT = 20_000
NAMES = ["chromium", "chromium-browser", "google-chrome"]


@contextlib.contextmanager
def chromium():
    """The browser of the system, or the one that Playwright has installed."""
    found = os.environ.get("TUZO_CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    # Chromium does not start as root with its sandbox on; these are our own pages.
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    # A camera that shows a test picture, and needs nobody to allow it.
    arguments += ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"]
    expect.set_options(timeout=MILLISECONDS_TO_WAIT)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=arguments)
        yield browser
        browser.close()


class Visitor:
    """Opens pages of the town as somebody, and notes every error of a page."""

    def __init__(self, browser, town):
        self._browser = browser
        self._town = town
        self._signed_in = {}
        self._open = []
        self.faults = []

    def visit(self, who=None, path=None, scheme="light", width=1280, language="en", allowing=(), **options):
        """Opens a browser window in which somebody is signed in, who is nobody where nobody is named.

        allowing: the status codes that the test expects beside those of success, and the failures of the network.
        """
        context = self._browser.new_context(
            base_url=self._town.address, color_scheme=scheme, viewport={"width": width, "height": 900},
            locale="en-GB", reduced_motion="reduce", storage_state=self._state_of(who), **options)
        context.add_cookies([{"name": "tuzo_language", "value": language, "url": self._town.address}])
        context.set_default_timeout(MILLISECONDS_TO_WAIT)
        self._open.append(context)
        page = context.new_page()
        self._watch(page, allowing)
        if path:
            page.goto(path)
        return page

    def forget(self):
        """Closes all windows, and forgets what was noted."""
        for context in self._open:
            context.close()
        self._open, self.faults = [], []

    def _state_of(self, who):
        if who is None:
            return None
        if who not in self._signed_in:
            context = self._browser.new_context(base_url=self._town.address)
            sign_in(context.new_page(), who)
            self._signed_in[who] = context.storage_state()
            context.close()
        return self._signed_in[who]

    def _watch(self, page, allowing):
        def on_console(message):
            # What the network refuses is noted with its status below.
            if message.type in ("error", "warning") and not message.text.startswith("Failed to load resource"):
                self.faults.append(f"console: {message.text} ({message.location.get('url')})")

        def on_response(response):
            if response.status >= 400 and response.status not in allowing:
                self.faults.append(f"{response.status}: {response.request.method} {response.url}")

        def on_failure(request):
            # A page that is left ends its streams and what it still loads; a connection is lost only where a test
            # takes it away.
            expected = ["net::ERR_ABORTED", "net::ERR_INTERNET_DISCONNECTED", *allowing]
            if request.failure not in expected:
                self.faults.append(f"{request.failure}: {request.method} {request.url}")

        page.on("console", on_console)
        page.on("pageerror", lambda error: self.faults.append(f"script: {error}"))
        page.on("response", on_response)
        page.on("requestfailed", on_failure)


def sign_in(page, who, path="/login"):
    """Signs somebody of the town in, over the page."""
    page.goto(path)
    page.fill("#username", who)
    page.fill("#password", f"mandazi-{who}")
    page.click("main button[type=submit]")
    page.wait_for_url(lambda url: "/login" not in url)
