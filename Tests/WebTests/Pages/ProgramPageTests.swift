import HummingbirdTesting
import Loyalty
import Storage
import Testing

@testable import Operations
@testable import Web

private let editor = "/shop/loyalty/program"

struct ProgramPageTests {
    /// Amina looks at the program of the bakery.
    private func editing(
        _ body: @escaping @Sendable (PageVisit, TillTown, PageVisit.Page) async throws -> Void
    ) async throws {
        try await counting { browser, town in
            try await town.signIn(browser, "amina")
            try await body(browser, town, try await browser.get(editor))
        }
    }

    private func newest(_ town: TillTown) async throws -> ProgramVersion {
        try #require(try await ViewProgram(in: town.server.surroundings).newest(in: town.bakery))
    }

    @Test func `a form that is sent as it came saves nothing`() async throws {
        try await editing { browser, town, page in
            let form = try page.form("program")
            let done = try await browser.post(editor, form, token: form["form_token"])
            #expect(done.location == "\(editor)?done=program_same")
            #expect(try await newest(town).number == 1)
        }
    }

    @Test func `what is saved is the next version, and its page says what was changed and by whom`() async throws {
        try await editing { browser, town, page in
            let typed = ["points_per_unit": "1.25", "tiers[1].threshold": "600.00", "name": "Mandazi <Club>"]
            let form = try page.form("program").merging(typed) { $1 }
            let done = try await browser.post(editor, form, token: form["form_token"])
            #expect(done.location == "\(editor)?done=program_saved")
            let saved = try await newest(town)
            #expect(saved.number == 2 && saved.author == "amina")
            #expect(saved.program.name == "Mandazi <Club>")
            #expect(saved.program.tiers.ladder.tiers[1].threshold.minorUnits == 600_00)
            let versions = try await browser.get("\(editor)/versions").html
            for words in ["Mandazi &lt;Club&gt;", "1.25", "KSh\u{A0}600.00"] { #expect(versions.contains(words)) }
        }
    }

    @Test(arguments: [
        ("points_per_unit", "abc", "Type a number, such as 19.99."), ("points_per_unit", "-1", "Type 0 or more."),
        ("points_per_unit", "1.23456", "with four decimals at most"), ("name", "", "Give it a name."),
        ("grace_days", "400", "from 0 to 365"), ("tiers[2].threshold", "1", "more than the tier before it asks for"),
        ("expiry.days", "0", "from 1 to 36,500"), ("bonuses.signup_points", "-1", "from 0 to a trillion"),
        ("tiers[1].name", "Gold", "Another tier has this name."),
    ])
    func `what is refused is kept as it was typed, with the reason at its field`(
        field: String, value: String, sentence: String
    ) async throws {
        try await editing { browser, town, page in
            var form = try page.form("program")
            form["expiry.policy"] = "days_after_earning"
            if field != "expiry.days" { form["expiry.days"] = "365" }
            form["description"] = "Typed before"
            form[field] = value
            let refused = try await browser.post(editor, form, token: form["form_token"])
            #expect(refused.status == 400)
            #expect(refused.html.contains(sentence), "\(field)")
            #expect(refused.html.contains("aria-invalid=\"true\""))
            let again = try refused.form("program")
            #expect(again[field] == value && again["description"] == "Typed before")
            #expect(try await newest(town).number == 1)
        }
    }

    @Test func `who saves over somebody else's version is told what was changed, and overwrites nothing`() async throws
    {
        try await editing { browser, town, page in
            _ = try await SaveProgram(in: town.server.surroundings)(in: town.bakery, actor: "amina") { program in
                var program = program
                program.name = "Saved first"
                return program
            }
            let form = try page.form("program").merging(["name": "Saved second"]) { $1 }
            let told = try await browser.post(editor, form, token: form["form_token"])
            #expect(told.status == 409)
            #expect(told.html.contains("Saved first") && told.html.contains("id=\"rival\""))
            #expect(try told.form("program")["name"] == "Saved second")
            #expect(try await newest(town).program.name == "Saved first")
            let second = try told.form("program")
            #expect(try await browser.post(editor, second, token: form["form_token"]).status == 303)
            #expect(try await newest(town).program.name == "Saved second")
        }
    }

    @Test func `rows are added and removed without losing what was typed`() async throws {
        try await editing { browser, town, page in
            let form = try page.form("program").merging(["name": "Half typed", "add_tier": "0"]) { $1 }
            let more = try await browser.post("\(editor)/draft", form, token: form["form_token"])
            var longer = try more.form("program")
            #expect(longer["name"] == "Half typed" && longer["tiers[1].name"] == "" && longer["tiers[4].name"] != nil)
            longer["tiers[1].name"] = "Copper"
            longer["remove_tier"] = "2"
            let fewer = try await browser.post("\(editor)/draft", longer, token: form["form_token"]).form("program")
            #expect(fewer["tiers[1].name"] == "Copper" && fewer["tiers[4].name"] == nil)
            #expect(try await newest(town).number == 1)
        }
    }

    @Test func `the arithmetic stands beside what is typed, and is the ledger's`() async throws {
        try await editing { browser, town, page in
            let form = try page.form("program").merging(["points_per_unit": "0.333"]) { $1 }
            let working = try await browser.post("\(editor)/working", form, token: form["form_token"]).html
            #expect(working.contains("0.333") && !working.contains("<html"))
            let wrong = form.merging(["points_per_unit": "much"]) { $1 }
            let missing = try await browser.post("\(editor)/working", wrong, token: form["form_token"])
            #expect(missing.status == 200 && missing.html.contains("Type a number, such as 19.99."))
        }
    }

    @Test func `a preview says whom a change moves, and changes nothing`() async throws {
        try await editing { browser, town, page in
            let form = try page.form("program").merging(["tiers[1].threshold": "150"]) { $1 }
            let preview = try await browser.post("\(editor)/preview", form, token: form["form_token"])
            #expect(preview.html.contains("1 member, with 200 points, would go from Bronze to Silver."))
            #expect(try preview.form("program")["tiers[1].threshold"] == "150")
            #expect(try await newest(town).number == 1)
        }
    }

    @Test func `the program is the owner's alone`() async throws {
        try await counting { browser, town in
            try await town.signIn(browser, "otieno")
            let token = try await browser.get("/shop/loyalty/redemptions").hidden("form_token")
            for path in ["", "/versions"] { #expect(try await browser.get("\(editor)\(path)").status == 403) }
            for path in ["", "/draft", "/working", "/preview"] {
                #expect(try await browser.post("\(editor)\(path)", ["name": "Mine"], token: token).status == 403)
            }
            #expect(try await newest(town).number == 1)
        }
    }
}
