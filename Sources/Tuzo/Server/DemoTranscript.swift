import Loyalty
import Operations
import Storage
import Web

private let tokenSeconds: Int64 = 7 * 86_400

/// What the demo prints once it is open: the shops, tokens, and calls to try them with.
struct DemoTranscript {
    private let town: PlantedTown
    private let tokens: [String: String]
    private let platformKey: String

    init(of town: PlantedTown, _ settings: WebSettings, in surroundings: Surroundings) {
        self.town = town
        let issuer = TokenIssuer(settings.tokens, in: surroundings)
        tokens = town.logins.reduce(into: [:]) { tokens, login in
            tokens[login.role] = issuer?.accessToken(for: login.customer.id, seconds: tokenSeconds)
        }
        platformKey = settings.platformKey ?? ""
    }

    func text(at address: String) -> String {
        """

        The demo town is open at \(address)

        \(shops)

        Who is who, for this terminal:

        \(variables)

        What to try:

        \(calls(address))

        Ctrl-C closes the town.
        """
    }

    private var shops: String {
        lines(town.shops) { shop in
            let members = shop.report.memberCount.grouped("member")
            let points = shop.report.outstanding.count.grouped("point")
            return "  \(shop.shop.name) (\(shop.shop.id)): \(members), \(points) outstanding"
        }
    }

    private var variables: String {
        let people = lines(town.logins) { login in
            let name = "\(login.customer.name), \(login.role); password for \(login.username): \(login.password)"
            return "# \(name)\n\(login.role.uppercased())=\(tokens[login.role] ?? "")"
        }
        return "\(people)\n# the platform's key\nPLATFORM='\(platformKey)'"
    }

    private func calls(_ address: String) -> String {
        let shop = town.shops.first
        let id = shop?.shop.id.text ?? ""
        let customer = town.logins.first { $0.role == "customer" }?.customer
        let order = #"{"customer": {"id": "\#(customer?.id.text ?? "")"}, "status": "delivered", "total": "450.00"}"#
        let bearer = { (who: String) in "-H \"Authorization: Bearer $\(who)\"" }
        var calls = [
            "# The owner looks at the shop's customers",
            "curl \(bearer("OWNER")) \(address)/api/loyalty-programs/customer_analytics/",
            "# \(customer?.name ?? "") looks at the wallet",
            "curl \(bearer("CUSTOMER")) \(address)/api/customer-loyalty/my_loyalty_accounts/",
            "# The platform says that an order was delivered, and its points are there",
            "curl -X PUT \(bearer("PLATFORM")) -d '\(order)' \\",
            "  -H 'Content-Type: application/json' \(address)/api/shops/\(id)/orders/try-1",
        ]
        if let code = shop?.codes.first {
            calls += [
                "# A code is shown at the till",
                "curl \(bearer("STAFF")) \(address)/api/shops/\(id)/codes/\(code)",
            ]
        }
        return calls.joined(separator: "\n")
    }

    private func lines<Item>(_ items: [Item], _ line: (Item) -> String) -> String {
        items.map(line).joined(separator: "\n")
    }
}
