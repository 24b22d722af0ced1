"""W2: how long pages take on a slow phone until they can be used, with nothing of them kept from before."""
import contextlib
import os
import shutil

from ..failure import RunFailed
from ..measurement import Measurement, Target
from ..tuzo import Server

USABLE_MS_MAX = 1_000
SECONDS_TO_WAIT = 30

# A slow phone as Lighthouse has it: four times slower than this machine, on its "slow 4G".
SLOWER_TIMES = 4
ROUND_TRIP_MS = 150
DOWN_BITS_PER_SECOND, UP_BITS_PER_SECOND = 1_638_400, 768_000
SCREEN = {"width": 360, "height": 740}

# Who looks at what, and what they want to touch.
PAGES = {
    "the sign-in": (None, "/login", "#username"),
    "the wallet": ("mia", "/loyalty", ".membership a"),
    "a shop in it": ("mia", "/loyalty/bakery", ".offers a.button"),
    "the overview": ("amina", "/shop/loyalty", ".choices a"),
}
BROWSERS = ["chromium", "chromium-browser", "google-chrome"]
# Asks at every frame: the page was painted, the control has its place in it, and nothing else is being worked on. All
# these controls are links and fields, which need no script.
WATCH = """
    window.usable = new Promise((done) => {
      (function watch() {
        const isThere = document.querySelector("CONTROL")?.getClientRects().length > 0;
        const wasSeen = performance.getEntriesByName("first-contentful-paint").length > 0;
        if (isThere && wasSeen) setTimeout(() => done(performance.now()));
        else requestAnimationFrame(watch);
      })();
    });
"""


def run(bench):
    measurements = {
        name: Measurement(
            "W2", f"{name} can be used, slow phone", "ms", Target("at most", USABLE_MS_MAX, of="ours"), "reads only")
        for name in PAGES}
    with bench.database() as database, Server(bench.binary, database, command="demo") as server, chromium() as browser:
        address = f"http://127.0.0.1:{server.port}"
        sessions = {who: sign_in(browser, address, who) for who in {who for who, _, _ in PAGES.values()} if who}
        for load in bench.each_round("W2"):
            for name, (who, path, control) in PAGES.items():
                took = milliseconds(browser, address + path, control, sessions.get(who))
                measurements[name].add(took.pop("usable"), load=load, **took)
    return list(measurements.values())


@contextlib.contextmanager
def chromium():
    try:
        from playwright.sync_api import sync_playwright
    except ImportError as absence:
        raise RunFailed("needs a browser: run scripts/in-browser-env Benchmarks/run") from absence
    found = os.environ.get("TUZO_CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), None)
    # Chromium does not start as root with its sandbox on; these are our own pages.
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=arguments)
        yield browser
        browser.close()


def sign_in(browser, address, who):
    """The cookies of somebody of the town who has signed in."""
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{address}/login")
        page.fill("#username", who)
        page.fill("#password", f"mandazi-{who}")
        page.click("main button[type=submit]")
        page.wait_for_url(lambda url: "/login" not in url)
        return context.storage_state()


def milliseconds(browser, url, control, session):
    """One look with an empty cache, in milliseconds since it began: until something of the page was there to see, until
    the control could be tapped, and until all was loaded."""
    with browser.new_context(viewport=SCREEN, storage_state=session, has_touch=True, is_mobile=True) as context:
        page = context.new_page()
        page.set_default_timeout(SECONDS_TO_WAIT * 1000)
        page.add_init_script(WATCH.replace("CONTROL", control))
        slow_down(context.new_cdp_session(page))
        page.goto(url, wait_until="load")
        usable = page.evaluate("window.usable")
        seen, loaded = page.evaluate("""[
            performance.getEntriesByName("first-contentful-paint")[0].startTime,
            performance.getEntriesByType("navigation")[0].loadEventStart,
        ]""")
        return {"seen": seen, "usable": usable, "loaded": loaded}


def slow_down(session):
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER_TIMES})
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", {
        "offline": False, "latency": ROUND_TRIP_MS, "downloadThroughput": DOWN_BITS_PER_SECOND / 8,
        "uploadThroughput": UP_BITS_PER_SECOND / 8})
