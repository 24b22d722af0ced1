import Testing

@testable import Loyalty

@Suite struct CurrencyTests {
    @Test func `a currency knows its decimals`() {
        let table = [
            0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF",
            2: "AED AUD BRL CAD CHF CNY COP CZK EGP ETB EUR GBP GHS HUF IDR INR KES MGA MRU MXN NGN NOK PKR PLN SEK "
                + "SLE TZS USD VED XCD ZAR ZMW ZWG",
            3: "BHD IQD JOD KWD LYD OMR TND",
            4: "CLF UYW",
        ]
        for (places, codes) in table {
            for code in codes.split(separator: " ") { #expect(currency(String(code)).places == places, "\(code)") }
        }
    }

    @Test func `minor units per unit follow from the decimals`() {
        let codes = ["JPY", "KES", "KWD", "CLF"]
        #expect(codes.map { currency($0).minorUnitsPerUnit } == [1, 100, 1_000, 10_000])
    }

    @Test(arguments: [
        "", "kes", "Kes", " KES", "KES ", "KESH", "KE", "XDR", "XTS", "XAU", "HRK", "DEM", "BTC", "$", "K€S",
    ])
    func `what ISO 4217 does not list as money is refused`(code: String) {
        #expect(throws: CurrencyRejection(field: "currency")) { try Currency(code) }
    }

    @Test func `the rejection names the field, for programs and for people`() {
        let rejection = CurrencyRejection(field: "currency")
        #expect(rejection.code == "currency_must_be_known")
        #expect(rejection.sentence == "currency must be a currency code of ISO 4217, such as KES.")
    }
}
