"""The owner and the rewards."""
import re

from playwright.sync_api import expect

REWARDS = "/shop/loyalty/rewards"


def row(page, name):
    return page.get_by_role("row").filter(has=page.get_by_role("link", name=name, exact=True))


def make(page, name, points="10"):
    page.goto(f"{REWARDS}/new")
    page.get_by_label("Name").fill(name)
    page.get_by_label("Which product").fill("TOAST")
    page.get_by_label("Cost in points").fill(points)
    page.get_by_role("button", name="Save the reward").dblclick()
    expect(page.get_by_role("status")).to_contain_text("the reward is made")


def test_the_owner_makes_a_reward_and_a_customer_redeems_it(visit):
    page = visit("amina", REWARDS)
    page.get_by_role("link", name="New reward").click()
    expect(page.locator("#look")).to_contain_text("It cannot be shown yet")
    page.get_by_label("Name").fill("A slice of toast")
    page.get_by_label("Which product").fill("TOAST")
    page.get_by_label("Cost in points").fill("10")
    expect(page.locator("#look h3")).to_have_text("A slice of toast")
    expect(page.locator("#look .price")).to_have_text("10 points")
    page.get_by_role("button", name="Save the reward").dblclick()
    expect(page.get_by_role("status")).to_contain_text("the reward is made")
    expect(row(page, "A slice of toast")).to_have_count(1)

    customer = visit("mia", "/loyalty/bakery")
    customer.get_by_role("link", name=re.compile("Redeem ?: A slice of toast")).click()
    customer.get_by_role("button", name="Yes, redeem it").click()
    expect(customer.get_by_role("status")).to_contain_text("Your code is below")

    page.goto(REWARDS)
    expect(row(page, "A slice of toast").locator("[data-label='In 30 days']")).to_have_text("1")
    row(page, "A slice of toast").get_by_role("button", name="Take off").click()
    expect(page.get_by_role("status")).to_contain_text("off the shelf")
    customer.goto("/loyalty/bakery")
    expect(customer.get_by_role("link", name=re.compile("Redeem ?: A slice of toast"))).to_have_count(0)


def test_only_the_fields_of_a_kind_are_shown(visit):
    page = visit("amina", f"{REWARDS}/new", allowing=[400])
    expect(page.get_by_label("Which product")).to_be_visible()
    expect(page.get_by_label("Percent off")).to_be_hidden()
    page.get_by_label("Kind").select_option(label="A percentage off")
    expect(page.get_by_label("Which product")).to_be_hidden()
    page.get_by_label("Name").fill("A tenth off")
    page.get_by_label("Cost in points").fill("1,000")
    page.get_by_label("Percent off").fill("10")
    expect(page.locator("#look")).to_contain_text("10 % off")
    page.get_by_label("Percent off").fill("101")
    page.get_by_role("button", name="Save the reward").click()
    expect(page.get_by_label("Percent off")).to_have_attribute("aria-invalid", "true")
    expect(page.get_by_label("Name")).to_have_value("A tenth off")


def test_who_comes_second_is_told_and_loses_nothing(visit):
    first = visit("amina")
    make(first, "A bun")
    first.get_by_role("link", name="A bun", exact=True).click()
    second = visit("amina", first.url, allowing=[409])
    first.get_by_label("Cost in points").fill("20")
    first.get_by_role("button", name="Save the reward").click()
    expect(first.get_by_role("status")).to_contain_text("the reward is saved")
    second.get_by_label("Description").fill("With seeds")
    second.get_by_role("button", name="Save the reward").click()
    expect(second.get_by_role("alert")).to_contain_text("Somebody saved this reward while you were at it")
    expect(second.get_by_role("alert")).to_contain_text(re.compile("10.*20"))
    expect(second.get_by_label("Description")).to_have_value("With seeds")
    second.get_by_label("Cost in points").fill("20")
    second.get_by_role("button", name="Save the reward").click()
    expect(second.get_by_role("status")).to_contain_text("the reward is saved")


def test_a_reward_is_made_looked_at_and_deleted_without_a_script(visit):
    page = visit("amina", java_script_enabled=False)
    page.goto(f"{REWARDS}/new")
    page.get_by_label("Name").fill("A roll")
    page.get_by_label("Which product").fill("ROLL")
    page.get_by_label("Cost in points").fill("15")
    page.get_by_role("button", name="Show it").click()
    expect(page.locator("#look h3")).to_have_text("A roll")
    page.get_by_role("button", name="Save the reward").click()
    page.get_by_role("link", name="A roll", exact=True).click()
    page.get_by_role("link", name="Delete this reward").click()
    page.get_by_role("button", name="Yes, delete it").click()
    expect(page.get_by_role("link", name="A roll", exact=True)).to_have_count(0)
