import ArgumentParser
import Loyalty
import Operations
import Web

private let secondsPerDay: Int64 = 86_400
private let daysMax: Int64 = 3_650

/// `tuzo token`
struct Token: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print a signed token of a customer, for trying things out.",
        discussion: """
            The token is signed with TUZO_JWT_SECRET, as the platform signs those of its users, and lets its bearer do \
            all that this customer may. Owners and staff are customers too: what they may do is up to the shop's record.

              curl -H "Authorization: Bearer $(tuzo token --customer 42)" http://127.0.0.1:8001/api/me
            """)

    @Option(help: "The customer's id.") var customer: String
    @Option(help: "For how many days the token holds.") var days: Int64 = 7

    @OptionGroup var options: SettingOptions

    func run() throws {
        let settings = try options.settings()
        let surroundings = Surroundings(database: NoDatabase(), codeKey: [])
        guard let issuer = TokenIssuer(settings.web.tokens, in: surroundings) else {
            throw CommandFailure("\(Setting.jwtSecret.variable) is not set, and without it no token can be signed.")
        }
        guard (1...daysMax).contains(days) else { throw CommandFailure("--days must be 1 to \(daysMax).") }
        let id: Customer.ID = try Identifier(customer, field: "--customer")
        Console.say(issuer.accessToken(for: id, seconds: days * secondsPerDay))
    }
}
