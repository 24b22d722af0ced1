import Loyalty
import Testing

@Suite struct ShopTests {
    @Test func `a shop keeps the currency its ledger is kept in`() throws {
        let inDollars = Shop(
            id: bakery.id, name: bakery.name, ownerID: amina, currency: usd, timeZone: bakery.timeZone)
        #expect(throws: ShopRejection.currencyMustStayTheSame) { try validateShop(inDollars, replacing: bakery) }
        try validateShop(inDollars, replacing: nil)
    }

    @Test func `everything else of a shop may change`() throws {
        let renamed = Shop(id: bakery.id, name: "Mkate", ownerID: juma, currency: kes, timeZone: "Africa/Kampala")
        try validateShop(renamed, replacing: bakery)
    }

    @Test func `settings are changed as they were seen, and never over those of somebody else`() throws {
        var wanted = bakery.settings
        wanted.accent = Colour(hex: "a21f4b")
        wanted.name = "Mkate"
        let changed = try decideShopSettings(wanted, seen: bakery.settings, of: bakery)
        #expect(changed.settings == wanted)
        #expect(changed.ownerID == bakery.ownerID && changed.currency == bakery.currency)
        var others = bakery.settings
        others.timeZone = "Africa/Kampala"
        #expect(throws: ShopRejection.settingsMustBeTheNewest) {
            try decideShopSettings(wanted, seen: bakery.settings, of: bakery.with(others))
        }
        #expect(try decideShopSettings(wanted, seen: bakery.settings, of: changed) == changed)
    }

    @Test(arguments: ["", " ", "\t\u{A0}"])
    func `a shop has a name that can be read`(name: String) {
        var wanted = bakery.settings
        wanted.name = name
        #expect(throws: ShopRejection.nameMustNotBeEmpty) {
            try decideShopSettings(wanted, seen: bakery.settings, of: bakery)
        }
        let nameless = Shop(id: bakery.id, name: name, ownerID: amina, currency: kes, timeZone: bakery.timeZone)
        for held in [bakery, nil] {
            #expect(throws: ShopRejection.nameMustNotBeEmpty) { try validateShop(nameless, replacing: held) }
        }
    }
}
