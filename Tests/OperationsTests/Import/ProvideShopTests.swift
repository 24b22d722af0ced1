import Loyalty
import Operations
import Testing

struct ProvideShopTests {
    private let town: Town
    private let provide: ProvideShop

    init() async throws {
        town = try await Town.open()
        provide = ProvideShop(in: town.surroundings)
    }

    @Test func `a missing shop is made with the standard program, and only once`() async throws {
        let currency = try Currency("TZS")
        let wishes = wishes { wishes in
            wishes.currency = currency
            wishes.timeZone = "Africa/Dar_es_Salaam"
            wishes.expiry = .never
        }
        let first = try await provide(Identifier(trusted: "market"), wishes, actor: "import")
        let second = try await provide(Identifier(trusted: "market"), wishes, actor: "import")
        #expect(first.isNew && !second.isNew)
        #expect(first.shop == second.shop && first.program == second.program)
        let expected = try Shop(
            id: Identifier(trusted: "market"), name: "market", ownerID: Identifier(trusted: "1"),
            currency: Currency("TZS"), timeZone: "Africa/Dar_es_Salaam")
        #expect(first.shop == expected)
        #expect(first.program?.program.expiry == .never)
    }

    @Test func `a shop that is there keeps what it has`() async throws {
        let bakery = Town.bakery
        #expect(try await provide(bakery.id, ProvideShop.Wishes(), actor: "import").shop == bakery)
        try await expectRefusal(.currencyMustBeTheShops(bakery)) { $0.currency = Town.bookshop.currency }
        try await expectRefusal(.timeZoneMustBeTheShops(bakery)) { $0.timeZone = "UTC" }
        try await expectRefusal(.ownerMustBeTheShops(bakery)) { $0.ownerID = Town.bookshop.ownerID }
        try await expectRefusal(.expiryMustBeTheShops(bakery, .daysAfterEarning(365))) { $0.expiry = .never }
    }

    @Test func `a shop that cannot be is not made`() async throws {
        let market: Shop.ID = Identifier(trusted: "market")
        let onMars = wishes { $0.timeZone = "Mars/Olympus" }
        let gone = wishes { $0.expiry = .daysAfterEarning(0) }
        await #expect(throws: ShopRejection.timeZoneMustBeKnown) { try await provide(market, onMars, actor: "import") }
        await #expect(throws: ProgramRejection.self) { try await provide(market, gone, actor: "import") }
        #expect(try await provide(market, ProvideShop.Wishes(), actor: "import").isNew)
    }

    private func expectRefusal(
        _ rejection: ProvideShopRejection, _ wish: (inout ProvideShop.Wishes) -> Void
    ) async throws {
        let wishes = wishes(wish)
        await #expect(throws: rejection) { try await provide(Town.bakery.id, wishes, actor: "import") }
    }

    private func wishes(_ wish: (inout ProvideShop.Wishes) -> Void) -> ProvideShop.Wishes {
        var wishes = ProvideShop.Wishes()
        wish(&wishes)
        return wishes
    }
}
