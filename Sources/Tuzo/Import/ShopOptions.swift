import ArgumentParser
import Loyalty
import Operations

/// How a missing shop is made.
struct ShopOptions: ParsableArguments {
    @Option(help: "Its currency. (default: USD)") var currency: String?
    @Option(help: "Its time zone, such as Africa/Nairobi. (default: UTC)") var timeZone: String?
    @Option(help: "The customer id of its owner. (default: 1)") var owner: String?

    @Option(help: "When points expire: never, or so many days after they were earned. (default: 365)")
    var pointsExpiry: String?

    /// Finds the shop, or makes it and says so.
    func provide(_ id: Shop.ID, in surroundings: Surroundings) async throws -> Shop {
        let provided = try await ProvideShop(in: surroundings)(id, wishes(), actor: importer)
        let shop = provided.shop
        if provided.isNew, let expiry = provided.program?.program.expiry {
            let terms = "currency \(shop.currency), time zone \(shop.timeZone), owner \(shop.ownerID)"
            Console.say("Made the shop \(id): \(terms); it has the standard program, and \(expiry.phrase).")
        } else if provided.program == nil {
            Console.note("The shop \(id) has no program: its orders earn nothing until it saves one.")
        }
        return shop
    }

    private func wishes() throws -> ProvideShop.Wishes {
        var wishes = ProvideShop.Wishes()
        wishes.currency = try currency.map { code in try Currency(code, field: "--currency") }
        wishes.timeZone = timeZone
        wishes.ownerID = try owner.map { text in try Identifier(text, field: "--owner") }
        wishes.expiry = try pointsExpiry.map(expiry)
        return wishes
    }

    private func expiry(_ text: String) throws -> PointsExpiry {
        if text == "never" { return .never }
        guard let days = Int(text) else { throw CommandFailure("--points-expiry must be never, or a number of days.") }
        return .daysAfterEarning(days)
    }
}

/// Who the import is, in entries and in the audit log.
let importer = "import"
