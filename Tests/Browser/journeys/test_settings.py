"""The settings of a shop: what the owner of the bakery does there, and what comes of it."""
import re
import urllib.request

from playwright.sync_api import expect

SETTINGS = "/shop/loyalty/settings"


def test_a_key_is_shown_once_and_copied(visit):
    page = visit("amina", f"{SETTINGS}/keys")
    page.fill("#name", "Till at the harbour")
    page.check("#scope-redemptions")
    page.get_by_role("button", name="Make the key").click()
    secret = page.locator("#secret").text_content()
    assert re.fullmatch(r"tuzo_[\w-]{43}", secret)
    page.get_by_role("button", name="Copy the key").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    page.goto(f"{SETTINGS}/keys")
    row = page.get_by_role("row", name="Till at the harbour")
    expect(row).to_contain_text(f"tuzo_…{secret[-4:]}")
    assert secret not in page.content()
    row.get_by_role("link", name="Revoke").click()
    page.get_by_role("button", name="Yes, revoke it").click()
    expect(page.get_by_role("status")).to_contain_text("Revoked")
    expect(page.get_by_role("row", name="Till at the harbour")).to_have_count(0)


def test_who_is_taken_on_works_the_till_until_they_are_removed(visit):
    owner, mia = visit("amina", f"{SETTINGS}/staff"), visit("mia", allowing=[404])
    assert mia.goto("/shop/loyalty/redemptions?shop=bakery").status == 404
    owner.fill("#who", "Mia Odhiambo")
    owner.get_by_role("button", name="Take on", exact=True).click()
    owner.get_by_role("button", name="Mia Odhiambo").click()
    expect(owner.get_by_role("status")).to_contain_text("they can work the till")
    assert mia.goto("/shop/loyalty/redemptions?shop=bakery").status == 200
    expect(mia.locator("#find")).to_be_visible()
    owner.get_by_role("row", name="Mia Odhiambo").get_by_role("link", name="Remove").click()
    expect(owner.get_by_role("heading", level=1)).to_have_text("Remove Mia Odhiambo from the staff?")
    owner.get_by_role("button", name="Yes, remove").click()
    expect(owner.get_by_role("row", name="Mia Odhiambo")).to_have_count(0)
    assert mia.goto("/shop/loyalty/redemptions?shop=bakery").status == 404
    owner.goto(f"{SETTINGS}/acts?kind=remove_staff")
    expect(owner.locator(".log li").first).to_contain_text("Amina Wanjiru")


def test_a_colour_is_seen_before_it_is_saved_and_on_the_customers_pages_after(visit):
    owner = visit("amina", SETTINGS)
    owner.locator("#accent").evaluate(
        "field => { field.value = '#ffd400'; field.dispatchEvent(new Event('change', { bubbles: true })); }")
    expect(owner.locator("#own_colour")).to_be_checked()
    expect(owner.locator("#sample")).to_have_class("colour-sample accent-xffd400")
    owner.get_by_role("button", name="Save").click()
    expect(owner.locator("html")).to_have_class("accent-xffd400")
    mia = visit("mia", "/loyalty/bakery")
    button = mia.locator(".primary").first
    # Dark enough for white words, and far from the house's own.
    expect(button).to_have_css("background-color", re.compile(r"rgb\(1[0-3]\d, \d{2,3}, 0\)"))
    owner.uncheck("#own_colour")
    owner.get_by_role("button", name="Save").click()
    expect(owner.locator("html")).to_have_class(re.compile(r"^accent-\d+$"))


def test_a_ledger_is_downloaded_for_the_days_that_were_chosen(visit):
    page = visit("amina", f"{SETTINGS}/exports")
    panel = page.locator("section", has=page.locator("#entries"))
    panel.get_by_label("First day").fill("2020-01-01")
    panel.get_by_label("Last day").fill("2020-01-31")
    with page.expect_download() as download:
        panel.get_by_role("button", name="Download").click()
    with open(download.value.path()) as file:
        assert file.read().splitlines()[1:] == []
    assert download.value.suggested_filename == "entries.csv"


def test_who_watches_the_shop_with_a_revoked_key_is_cut_off(town):
    key = town.call("POST", "/api/shops/bakery/api-keys", "owner", {"name": "Wall screen", "scopes": ["read"]})
    request = urllib.request.Request(
        f"{town.address}/api/shops/bakery/activity", headers={"Authorization": f"Bearer {key['secret']}"})
    with urllib.request.urlopen(request, timeout=30) as stream:
        assert stream.readline() == b": connected\n"
        town.call("DELETE", f"/api/shops/bakery/api-keys/{key['id']}", "owner")
        lines = [stream.readline() for _ in range(4)]
    assert lines[-1] == b"", lines  # it has ended by the first or second time that it would have said it is still there
