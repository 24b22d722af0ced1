import ExactJSON
import HTTPTypes
import Testing

@testable import Web

struct InvitationPageTests {
    @Test func `an invited friend sees the shop, who invites, and what both get, and signs in to accept`() async throws
    {
        try await ClientTown().visit { visit in
            let path = try await invitation(visit)
            let stranger = try await PageVisit(visit.client).get(path)
            #expect(stranger.status == 200)
            for words in [
                "bakery: an invitation by Mia", "You get 50 points, and Mia gets 100 points.", "KSh\u{A0}25.00",
                "href=\"/login?next=%2Fr%2F",
            ] {
                #expect(stranger.html.contains(words), "\(words)")
            }
            #expect(!stranger.html.contains("Odhiambo"))
            #expect(stranger.hidden("once") == nil)
            let juma = try await visit.browser(of: "juma")
            let page = try await juma.get(path.lowercased())
            let fields = ["shop": page.hidden("shop") ?? "", "once": page.hidden("once") ?? ""]
            let accepted = try await juma.post(path, fields, token: page.hidden("form_token"))
            #expect(accepted.location == "/loyalty/bakery?done=invited")
            #expect(try await juma.get("/loyalty/bakery?done=invited").html.contains("You are a member."))
            #expect(try await juma.get(path).html.contains("You have accepted. The points come with your first order."))
            let mia = try await visit.browser(of: "mia")
            let waiting = "<dt>Friends who have not ordered yet</dt><dd>1</dd>"
            #expect(try await mia.get("/loyalty/bakery").html.contains(waiting))
            try await visit.order("J-1", of: "juma", "30.00")
            #expect(try await mia.get("/loyalty/bakery").html.contains("<dt>Earned by it</dt><dd>100 points</dd>"))
        }
    }

    @Test func `nobody invites themselves, and refusals say why`() async throws {
        try await ClientTown().visit { visit in
            let path = try await invitation(visit)
            let mia = try await visit.browser(of: "mia")
            let own = try await mia.get(path)
            #expect(own.html.contains("This is your own link."))
            #expect(own.hidden("once") == nil)
            let token = try await mia.get("/loyalty").hidden("form_token")
            let forced = try await mia.post(path, ["shop": "bakery", "once": "1"], token: token)
            #expect(forced.status == 400)
            #expect(forced.html.contains("Nobody can invite themselves."))
            let elsewhere = try await mia.post(path, ["shop": "bookshop", "once": "2"], token: token)
            #expect(elsewhere.status == 404)
            let unknown = try await mia.get("/r/00000000")
            #expect(unknown.status == 404)
            #expect(unknown.html.contains("This invitation does not exist."))
            #expect(try await PageVisit(visit.client).post(path, [:], token: nil).status == 303)
        }
    }

    @Test func `a shop that takes no invitations says so`() async throws {
        try await ClientTown().visit { visit in
            let path = try await invitation(visit)
            _ = try await visit.ask(.put, "/api/shops/bakery/program", as: "amina", ["is_active": false])
            let page = try await visit.browser(of: "juma").get(path)
            #expect(page.html.contains("This shop takes no invitations at the moment."))
            #expect(page.hidden("once") == nil)
        }
    }

    /// Mia's link.
    private func invitation(_ visit: Visit) async throws -> String {
        _ = try await visit.openCounter()
        _ = try await visit.ask(
            .put, "/api/shops/bakery/orders/A-9", as: "platform",
            ["customer": ["id": "mia", "name": "Mia Odhiambo"], "status": "pending", "total": "1.00", "revision": 1],
            gives: 201)
        let member = try await visit.ask(.get, "/api/shops/bakery/members/mia", as: "amina")
        return "/r/\(try visit.text("referral_code", of: member))"
    }
}
