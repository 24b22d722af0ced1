"""Signing in, and what becomes of a session."""
import re

from playwright.sync_api import expect

from browser import sign_in


def test_a_customer_signs_in_and_sees_the_wallet(visit):
    page = visit()
    sign_in(page, "mia")
    expect(page).to_have_url(re.compile("/loyalty$"))
    expect(page.locator(".membership")).to_have_count(3)


def test_a_wrong_password_keeps_the_name_that_was_typed(visit):
    page = visit(path="/login", allowing=[401])
    page.fill("#username", "mia")
    page.fill("#password", "wrong")
    page.click("main button[type=submit]")
    expect(page.get_by_role("alert")).to_be_visible()
    expect(page.locator("#username")).to_have_value("mia")


def test_a_session_that_ran_out_returns_to_the_same_page_after_sign_in(visit):
    page = visit("mia", "/loyalty")
    page.context.clear_cookies(name="tuzo_session")
    page.goto("/loyalty?view=all")
    expect(page).to_have_url(re.compile("/login"))
    sign_in(page, "mia", path=page.url)
    expect(page).to_have_url(re.compile(r"/loyalty\?view=all$"))


def test_who_signs_out_is_asked_to_sign_in_again(visit):
    page = visit()
    sign_in(page, "mia")
    page.click(".account button")
    page.goto("/loyalty")
    expect(page).to_have_url(re.compile("/login"))


def test_the_page_can_be_used_with_the_keyboard_alone(visit):
    page = visit(path="/login")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator("#username")).to_be_focused()
    page.keyboard.type("mia")
    page.keyboard.press("Tab")
    page.keyboard.type("mandazi-mia")
    page.keyboard.press("Enter")
    expect(page.locator(".membership").first).to_be_visible()
