"""The operator over everything, who changes nothing."""
from playwright.sync_api import expect


def test_the_operator_looks_a_shop_up_and_goes_down_to_an_entry(visit):
    page = visit("otieno", "/admin")
    page.locator("main a[href='/admin/shops'], nav a[href='/admin/shops']").first.click()
    page.get_by_role("link", name="Mandazi Bakery").first.click()
    expect(page.locator("main")).to_contain_text("Mandazi Bakery")
    page.goto("/admin/entries")
    page.locator("a.record").first.click()
    expect(page.locator("main")).to_contain_text("Mandazi Bakery")


def test_the_console_has_no_form_that_changes_anything(visit):
    page = visit("otieno")
    for path in ["", "/shops", "/members", "/entries", "/rewards", "/redemptions", "/referrals", "/acts"]:
        page.goto(f"/admin{path}")
        actions = page.eval_on_selector_all("form[method=post]", "forms => forms.map((form) => form.action)")
        assert all("sign-out" in action or "language" in action for action in actions), f"{path}: {actions}"
