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
}
