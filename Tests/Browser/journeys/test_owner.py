"""The owner at the desk: the overview as it happens, the members, the program."""
import re

from playwright.sync_api import expect

OVERVIEW = "/shop/loyalty"
PROGRAM = "/shop/loyalty/program"
MEMBERS = "/shop/loyalty/members"


def deliver(town, order, total):
    town.call("PUT", f"/api/shops/bakery/orders/{order}", "platform",
              {"customer": {"id": "42"}, "status": "delivered", "total": total})


def test_the_overview_shows_an_order_as_it_comes_in_every_tab(visit, town):
    tabs = [visit("amina", OVERVIEW), visit("amina", OVERVIEW)]
    for tab in tabs:
        expect(tab.locator(".pulse")).to_have_text("Live")
    deliver(town, "live-1", "450.00")
    for tab in tabs:
        expect(tab.locator(".feed li").first).to_contain_text("Mia Odhiambo")
        expect(tab.locator(".feed .arrived")).not_to_have_count(0)


def test_a_lost_connection_is_shown_and_mends_itself(visit, town):
    page = visit("amina", OVERVIEW)
    expect(page.locator(".pulse")).to_have_text("Live")
    before = page.locator(".feed li").first.get_attribute("data-key")
    page.context.set_offline(True)
    deliver(town, "live-2", "460.00")
    expect(page.locator(".pulse")).to_have_text("Reconnecting…")
    page.context.set_offline(False)
    expect(page.locator(".pulse")).to_have_text("Live")
    expect(page.locator(".feed li").first).not_to_have_attribute("data-key", before)


def test_the_owner_finds_a_member_and_gives_points_once(visit, town):
    page = visit("amina", MEMBERS)
    page.fill("#search", "odhiambo")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Mia Odhiambo").first.click()
    before = town.call("GET", "/api/shops/bakery/members/42", "owner")["points_balance"]
    page.fill("#points", "25")
    page.fill("#reason", "A broken box")
    page.get_by_role("button", name="Adjust").dblclick()
    expect(page.get_by_role("status").filter(has_text="adjusted")).to_be_visible()
    expect(page.locator(".entry").first).to_contain_text("A broken box")
    assert town.call("GET", "/api/shops/bakery/members/42", "owner")["points_balance"] == before + 25


def test_the_arithmetic_follows_what_is_typed_and_the_program_is_saved(visit):
    page = visit("amina", PROGRAM)
    working = page.locator("#working")
    before = working.text_content()
    page.fill("input[name='points_per_unit']", "0.5")
    expect(working).not_to_have_text(before)
    expect(working).to_contain_text("0.5")
    page.get_by_role("button", name="See what would change").click()
    expect(page.locator("#preview table")).to_be_visible()
    expect(page.locator("input[name='points_per_unit']")).to_have_value("0.5")
    page.goto(PROGRAM)
    page.fill("textarea[name='description']", "Points for all that comes from the oven.")
    page.get_by_role("button", name="Save").last.click()
    expect(page.get_by_role("status").filter(has_text="Saved as a new version")).to_be_visible()
    page.goto(f"{PROGRAM}/versions")
    expect(page.locator("main")).to_contain_text("Points for all that comes from the oven.")


def test_a_fault_is_shown_at_its_field_and_nothing_typed_is_lost(visit):
    page = visit("amina", PROGRAM, allowing=[400])
    page.fill("textarea[name='description']", "Half a thought")
    page.fill("input[name='points_per_unit']", "a lot")
    page.get_by_role("button", name="Save").last.click()
    field = page.locator("input[name='points_per_unit']")
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_value("a lot")
    expect(page.locator("textarea[name='description']")).to_have_value("Half a thought")


def test_who_saves_second_is_told_and_overwrites_nothing(visit):
    first, second = visit("amina", PROGRAM), visit("amina", PROGRAM, allowing=[409])
    first.fill("input[name='name']", "Mandazi Club of the first")
    first.get_by_role("button", name="Save").last.click()
    expect(first.get_by_role("status").filter(has_text="Saved as a new version")).to_be_visible()
    second.fill("input[name='name']", "Mandazi Club of the second")
    second.get_by_role("button", name="Save").last.click()
    expect(second.locator("#rival")).to_contain_text("Mandazi Club of the first")
    expect(second.locator("input[name='name']")).to_have_value("Mandazi Club of the second")


def test_rows_of_tiers_come_and_go_without_losing_what_was_typed(visit):
    page = visit("amina", PROGRAM)
    page.fill("input[name='name']", "Half typed")
    tiers = page.locator("#tiers fieldset")
    count = tiers.count()
    tiers.first.locator("button[name='add_tier']").click()
    expect(tiers).to_have_count(count + 1)
    expect(page.locator("input[name='name']")).to_have_value("Half typed")
    tiers.nth(1).locator("button[name='remove_tier']").click()
    expect(tiers).to_have_count(count)


def test_the_overview_is_read_for_a_year_and_as_a_table(visit):
    page = visit("amina", OVERVIEW)
    page.get_by_role("link", name="A year").click()
    expect(page).to_have_url(re.compile("days=365"))
    page.locator("#over-time summary").click()
    expect(page.locator("#over-time table")).to_be_visible()
