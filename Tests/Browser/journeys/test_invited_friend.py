"""Somebody whom a customer sent a link."""
import re

from playwright.sync_api import expect


def test_an_invited_friend_signs_in_on_the_way_and_becomes_a_member(visit):
    link = visit("mia", "/loyalty/bookshop").locator("#invite-link").input_value()
    page = visit(path=re.sub(r"^https?://[^/]+", "", link), width=360)
    expect(page.locator("h2")).to_contain_text("The Dog-Eared Page")
    page.locator("main a.button.primary").click()
    page.fill("#username", "brian")
    page.fill("#password", "mandazi-brian")
    page.click("main button[type=submit]")
    expect(page.locator("main form button.primary")).to_be_visible()
    page.locator("main form button.primary").dblclick()
    expect(page.get_by_role("status").filter(has_text="You are a member")).to_be_visible()
    expect(page.locator(".membership h1")).to_have_text("The Dog-Eared Page")


def test_nobody_invites_themselves(visit):
    mia = visit("mia", "/loyalty/bakery")
    mia.goto(re.sub(r"^https?://[^/]+", "", mia.locator("#invite-link").input_value()))
    expect(mia.locator("main form")).to_have_count(0)
