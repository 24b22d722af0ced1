"""The server is restarted, as for every update, while people have its pages open."""
import re

from playwright.sync_api import expect

from test_customer import balance
from test_owner import OVERVIEW, deliver
from test_till import TILL, look_up

# What browsers are told while there is no server.
LOSSES = ["net::ERR_CONNECTION_REFUSED", "net::ERR_CONNECTION_RESET", "net::ERR_EMPTY_RESPONSE",
          "net::ERR_INCOMPLETE_CHUNKED_ENCODING"]


def test_an_open_overview_goes_on_by_itself_after_a_restart(visit, town):
    page = visit("amina", OVERVIEW, allowing=LOSSES)
    pulse = page.locator(".pulse")
    expect(pulse).to_have_text("Live")
    page.evaluate("window.isTheSamePage = true")
    with town.stopped():
        expect(pulse).to_have_text("Reconnecting…")
    expect(pulse).to_have_text("Live")
    before = page.locator(".feed li").first.get_attribute("data-key")
    deliver(town, "restart-1", "470.00")
    expect(page.locator(".feed li").first).not_to_have_attribute("data-key", before)
    expect(page.locator(".feed li").first).to_contain_text("Mia Odhiambo")
    assert page.evaluate("window.isTheSamePage"), "the page was loaded again"


def test_what_happened_before_the_overview_came_back_is_shown_too(visit, town):
    page = visit("amina", OVERVIEW, allowing=LOSSES)
    expect(page.locator(".pulse")).to_have_text("Live")
    before = page.locator(".feed li").first.get_attribute("data-key")
    with town.stopped():
        expect(page.locator(".pulse")).to_have_text("Reconnecting…")
    deliver(town, "restart-2", "480.00")
    expect(page.locator(".feed li").first).not_to_have_attribute("data-key", before)


def test_a_till_that_was_open_over_a_restart_uses_a_code(visit, town):
    page = visit("brian", f"{TILL}?find={town.redeem()}", allowing=LOSSES)
    with town.stopped():
        pass
    page.get_by_role("button", name="Use it now").click()
    expect(page.locator(".verdict")).to_have_class(re.compile("done"))
    look_up(page, "Mia Odh")
    expect(page.locator("h1")).to_have_text("Mia Odhiambo")


def test_a_wallet_that_was_open_over_a_restart_redeems(visit, town):
    page = visit("mia", "/loyalty/bakery", width=360, allowing=LOSSES)
    before = balance(page)
    page.locator("a.button[data-opens]").filter(has_text="A cup of coffee").click()
    with town.stopped():
        pass
    page.get_by_role("dialog").locator("button.primary").click()
    expect(page.get_by_role("status").filter(has_text="Your code is below")).to_be_visible()
    assert balance(page) == before - 120
