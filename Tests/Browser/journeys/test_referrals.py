"""The owner and the invitations."""
import re

from playwright.sync_api import expect

REFERRALS = "/shop/loyalty/referrals"


def test_the_owner_comes_from_the_overview_and_lets_an_invitation_through(visit):
    page = visit("amina", "/shop/loyalty")
    page.get_by_role("link", name=re.compile("held back for you to decide")).click()
    expect(page).to_have_url(re.compile("state=blocked"))
    row = page.get_by_role("row").filter(has_text="had ordered here before")
    row.locator("a.referral").first.click()
    expect(page.get_by_role("heading", name="What do you decide?")).to_be_visible()
    page.get_by_label("Reason").fill("A loyal customer of the old shop")
    page.get_by_role("button", name="Let it through").dblclick()
    expect(page.get_by_role("status")).to_contain_text("both have their points")
    expect(page.get_by_text("A loyal customer of the old shop")).to_be_visible()
    expect(page.get_by_text("let it through")).to_have_count(1)
    expect(page.locator("main")).to_contain_text("got 100 points.")


def test_the_owner_refuses_one_and_it_stays_refused(visit):
    page = visit("amina", f"{REFERRALS}?state=blocked")
    page.get_by_role("row").filter(has_text="perhaps one person").locator("a.referral").first.click()
    page.get_by_role("button", name="Refuse it").click()
    expect(page.get_by_role("status")).to_contain_text("Refused")
    expect(page.get_by_role("button", name="Refuse it")).to_have_count(0)
    name = page.locator("h1").text_content().split(", invited by ")[0]
    page.goto(f"{REFERRALS}?state=rejected")
    expect(page.get_by_role("link", name=name, exact=True).first).to_be_visible()


def test_what_invitations_pay_is_changed_and_said_on_the_list(visit):
    page = visit("amina", REFERRALS)
    page.get_by_role("link", name="What invitations pay").click()
    page.get_by_label("Points for who is invited").fill("60")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("status")).to_contain_text("Saved")
    expect(page.locator("main")).to_contain_text("the friend 60 points")
