"""The staff at the till."""
import re

import pytest
from playwright.sync_api import expect

TILL = "/shop/loyalty/redemptions"


def look_up(page, text):
    page.fill("#find", text)
    page.keyboard.press("Enter")


def test_staff_uses_a_code_at_the_till_without_a_mouse(visit, town):
    code = town.redeem()
    page = visit("brian", TILL)
    expect(page.locator("#find")).to_be_focused()
    page.keyboard.type(code.lower().replace("-", " "))
    page.keyboard.press("Enter")
    verdict = page.locator(".verdict")
    expect(verdict).to_have_class(re.compile("good"))
    expect(verdict).to_contain_text("Good to use")
    expect(verdict).to_contain_text("A cup of coffee")
    expect(verdict.get_by_role("link", name="Mia", exact=True)).to_be_visible()
    expect(page.get_by_role("button", name="Use it now")).to_be_focused()
    page.keyboard.press("Enter")
    expect(verdict).to_have_class(re.compile("done"))
    expect(page.locator("#find")).to_be_focused()
    page.keyboard.type(code)
    page.keyboard.press("Enter")
    expect(verdict).to_have_class(re.compile("used"))
    expect(verdict).to_contain_text("Used already")


def test_a_code_whose_button_is_clicked_twice_is_used_once(visit, town):
    page = visit("brian", f"{TILL}?find={town.redeem()}")
    page.fill("#order_id", "B-9001")
    page.get_by_role("button", name="Use it now").dblclick()
    expect(page.locator(".verdict")).to_have_class(re.compile("done"))
    expect(page.locator(".verdict")).to_contain_text("B-9001")


def test_a_code_is_cancelled_after_a_question(visit, town):
    page = visit("brian", f"{TILL}?find={town.redeem()}")
    page.get_by_role("link", name="Cancel it").click()
    expect(page.locator("h1")).to_have_text("Cancel A cup of coffee of Mia?")
    expect(page.locator("main")).to_contain_text("120 points go back to Mia")
    page.get_by_role("button", name="Yes, cancel it").click()
    expect(page.locator(".verdict")).to_have_class(re.compile("cancelled"))
    expect(page.get_by_role("status")).to_contain_text("The points are back")


def test_a_mistyped_code_is_told_apart_from_an_unknown_one(visit, town):
    code = town.redeem()
    page = visit("brian", TILL)
    look_up(page, code[:-1] + ("0" if code[-1] != "0" else "1"))
    expect(page.locator(".verdict")).to_have_class(re.compile("mistyped"))
    look_up(page, "nobody is called so")
    expect(page.locator(".verdict")).to_have_class(re.compile("unknown"))
    expect(page.locator("#find")).to_have_value("nobody is called so")


@pytest.mark.parametrize("words", ["mia@example.org", "0700 000042", "42", "Mia Odh"])
def test_a_member_is_found_by_what_they_say(visit, words):
    page = visit("brian", TILL)
    look_up(page, words)
    expect(page.locator("h1")).to_have_text("Mia Odhiambo")


def test_several_members_of_one_name_are_offered(visit):
    page = visit("brian", TILL)
    look_up(page, "wanj")
    expect(page.get_by_role("heading", name="Who is meant?")).to_be_visible()
    name = page.locator("a.match").first.text_content()
    page.locator("a.match").first.click()
    expect(page.locator("h1")).to_have_text(name)


def test_a_member_is_found_by_the_own_qr_and_staff_redeems_for_them(visit, town):
    member = town.call("GET", "/api/shops/bakery/members/42", "owner")
    page = visit("brian", TILL)
    look_up(page, f"tuzo:member:{member['referral_code']}")
    expect(page.locator("h1")).to_have_text("Mia Odhiambo")
    page.get_by_role("link", name=re.compile("Redeem.*Six mandazi")).click()
    left = member["points_available"] - 200
    expect(page.locator("main")).to_contain_text(f"It costs 200 points; {left:,} points can be spent afterwards.")
    page.get_by_role("button", name="Yes, redeem it").dblclick()
    expect(page.locator(".verdict")).to_have_class(re.compile("good"))
    after = town.call("GET", "/api/shops/bakery/members/42", "owner")
    assert after["points_balance"] == member["points_balance"] - 200


def test_the_list_is_filtered_and_turned_page_by_page(visit):
    page = visit("amina", TILL)
    page.get_by_role("link", name="Used", exact=True).click()
    expect(page).to_have_url(re.compile("status=redeemed"))
    first = page.locator("a.redemption").first.get_attribute("href")
    expect(page.locator("tbody .mark")).to_have_text(["Used"] * 20)
    page.get_by_role("link", name="Older").click()
    expect(page.locator(f"a.redemption[href='{first}']")).to_have_count(0)
    expect(page.locator("tbody .mark").first).to_have_text("Used")
    page.get_by_role("link", name="Newest").click()
    expect(page.locator("a.redemption").first).to_have_attribute("href", first)


def test_a_code_is_scanned_with_the_camera(visit, town):
    code = town.redeem()
    page = visit("brian", permissions=["camera"])
    # Chromium on Linux has no detector of its own; the page is given one that sees the code at its third look.
    page.add_init_script(f"""
        let looks = 0;
        window.BarcodeDetector = class {{
          static async getSupportedFormats() {{ return ["qr_code"]; }}
          async detect(view) {{ return view.videoWidth > 0 && ++looks > 2 ? [{{ rawValue: "{code}" }}] : []; }}
        }};
    """)
    page.goto(TILL)
    page.get_by_role("button", name="Scan").click()
    expect(page.locator(".verdict")).to_have_class(re.compile("good"))


def test_a_camera_that_may_not_be_used_leaves_typing(visit):
    page = visit("brian")
    page.add_init_script("""
        window.BarcodeDetector = class { static async getSupportedFormats() { return ["qr_code"]; } };
        navigator.mediaDevices.getUserMedia = async () => { throw new DOMException("no", "NotAllowedError"); };
    """)
    page.goto(TILL)
    page.get_by_role("button", name="Scan").click()
    expect(page.locator("#camera-fault")).to_be_visible()
    expect(page.locator("#find")).to_be_focused()


def test_the_till_works_without_a_script(visit, town):
    page = visit("brian", TILL, java_script_enabled=False)
    look_up(page, town.redeem())
    expect(page.locator(".verdict")).to_have_class(re.compile("good"))
    page.get_by_role("button", name="Use it now").click()
    expect(page.locator(".verdict")).to_have_class(re.compile("done"))
