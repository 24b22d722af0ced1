"""A customer with the wallet: redeeming, reading, sharing, and no connection."""
import re

from playwright.sync_api import expect

SHOP = "/loyalty/bakery"


def balance(page):
    return int(page.locator(".membership .balance strong").first.text_content().replace(",", ""))


def test_a_reward_is_redeemed_once_however_often_it_is_clicked(visit):
    page = visit("mia", SHOP, width=360)
    before = balance(page)
    codes = page.locator(".ticket").count()
    page.locator("a.button[data-opens]").filter(has_text="A cup of coffee").click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    dialog.locator("button.primary").dblclick()
    expect(page.get_by_role("status").filter(has_text="Your code is below")).to_be_visible()
    assert balance(page) == before - 120
    expect(page.locator(".ticket")).to_have_count(codes + 1)
    page.reload()
    assert balance(page) == before - 120
    expect(page.locator(".ticket .qr").first).to_be_visible()


def test_a_dialog_is_left_with_the_keyboard_and_nothing_is_spent(visit):
    page = visit("mia", SHOP)
    before = balance(page)
    page.locator("a.button[data-opens]").filter(has_text="A cup of coffee").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.reload()
    assert balance(page) == before


def test_a_reward_is_redeemed_without_scripts(visit):
    page = visit("mia", SHOP, java_script_enabled=False)
    before = balance(page)
    page.locator("a.button[data-opens]").filter(has_text="A cup of coffee").click()
    expect(page.locator("h1")).to_contain_text("A cup of coffee")
    page.locator("main button.primary").click()
    expect(page).to_have_url(re.compile(SHOP))
    assert balance(page) == before - 120


def test_every_line_of_the_history_explains_itself(visit):
    page = visit("mia", SHOP)
    page.locator("main a[href*='/bakery/history/']").first.click()
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator("main")).to_contain_text("points")


def test_the_link_of_an_invitation_is_copied(visit):
    page = visit("mia", SHOP, permissions=["clipboard-read", "clipboard-write"])
    link = page.locator("#invite-link").input_value()
    page.locator("[data-copies]").last.click()
    expect(page.locator("[data-copies] span").last).to_have_text("Copied")
    assert page.evaluate("navigator.clipboard.readText()") == link


def test_the_last_wallet_and_the_member_code_are_there_without_a_connection(visit):
    page = visit("mia", SHOP)
    page.evaluate("navigator.serviceWorker.ready.then(() => {})")
    page.wait_for_function("navigator.serviceWorker.controller !== null")
    points = balance(page)
    code = page.locator(".scan .code").text_content()
    page.goto("/loyalty")
    page.goto(SHOP)
    page.wait_for_function("caches.match('/loyalty/bakery').then((kept) => kept !== undefined)")
    page.context.set_offline(True)
    page.goto(SHOP)
    expect(page.locator("[data-connection]")).to_contain_text("of")
    assert balance(page) == points
    assert page.locator(".scan .code").text_content() == code
    expect(page.locator(".scan .qr")).to_be_visible()
    page.goto("/loyalty/settings")
    expect(page.locator("h1")).to_have_text("No connection")


def test_nothing_of_a_customer_stays_in_the_browser_after_signing_out(visit):
    page = visit("mia", "/loyalty")
    page.evaluate("navigator.serviceWorker.ready.then(() => {})")
    page.wait_for_function("navigator.serviceWorker.controller !== null")
    page.goto("/loyalty")
    page.wait_for_function("caches.match('/loyalty').then((kept) => kept !== undefined)")
    # The session of the other tests is not to end with this one.
    page.context.clear_cookies(name="tuzo_session")
    page.goto("/loyalty")
    expect(page).to_have_url(re.compile("/login"))
    assert page.evaluate("caches.match('/loyalty').then((kept) => kept === undefined)")
    page.context.set_offline(True)
    page.goto("/loyalty")
    expect(page.locator(".membership")).to_have_count(0)


def test_a_program_is_left_after_a_question_that_names_what_is_lost_and_joined_again(visit):
    page = visit("mia", "/loyalty/settings", width=360)
    page.get_by_role("link", name="Leave Radhaus Kreuzberg").click()
    expect(page.locator("h1")).to_have_text("Leave the program of Radhaus Kreuzberg?")
    expect(page.locator(".facts")).to_contain_text("points")
    page.get_by_role("link", name="Stay a member").click()
    assert balance(page) > 0
    page.goto("/loyalty/bikes/leave")
    page.locator("main button.harmful").dblclick()
    expect(page.get_by_role("status").filter(has_text="you have left")).to_be_visible()
    page.goto("/loyalty")
    expect(page.get_by_role("link", name="Radhaus Kreuzberg")).to_have_count(0)
    page.goto("/loyalty/bikes")
    page.get_by_role("button", name="Join again").dblclick()
    expect(page.get_by_role("status").filter(has_text="You are a member")).to_be_visible()
    assert balance(page) == 0
    expect(page.locator("main")).to_contain_text("Lost by leaving the program")
