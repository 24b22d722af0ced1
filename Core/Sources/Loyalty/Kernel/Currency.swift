/// A currency of ISO 4217, with the number of decimals its amounts have.
public struct Currency: Hashable, Sendable, CustomStringConvertible {
    /// Three upper-case letters, such as `KES`.
    public let code: String
    /// How many decimals the minor unit has: 2 for KES, 0 for JPY, 3 for KWD.
    public let places: Int

    /// Finds a currency by its code.
    /// - Parameter field: The input field the code came from, for the message.
    /// - Throws: ``CurrencyRejection`` when ISO 4217 has no such circulating currency.
    public init(_ code: String, field: String = "currency") throws(CurrencyRejection) {
        guard let places = placesByCode[code] else { throw CurrencyRejection(field: field) }
        self.code = code
        self.places = places
    }

    public var description: String { code }

    /// How many minor units make one unit: 100 for KES, 1 for JPY.
    public var minorUnitsPerUnit: Int64 { (0..<places).reduce(1) { product, _ in product * 10 } }
}

/// There is no currency of that code.
public struct CurrencyRejection: ListedRejection, Hashable {
    public static var examples: [Self] { [Self(field: exampleField)] }

    public let field: String?
    public var name: String { "currencyMustBeKnown" }
    public var sentence: String { "\(field ?? "The currency") must be a currency code of ISO 4217, such as KES." }
}

private let placesByCode: [String: Int] = {
    var table: [String: Int] = [:]
    for (codes, places) in [(withoutDecimals, 0), (withTwoDecimals, 2), (withThreeDecimals, 3), (withFourDecimals, 4)] {
        for code in codes.split(separator: " ") { table[String(code)] = places }
    }
    return table
}()

// ISO 4217, list one, without funds of precious metals, testing codes and units of account.
private let withoutDecimals = """
    BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF
    """
private let withTwoDecimals = """
    AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD \
    CDF CHE CHF CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD \
    GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA \
    MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR \
    RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD \
    TZS UAH USD USN UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG
    """
private let withThreeDecimals = """
    BHD IQD JOD KWD LYD OMR TND
    """
private let withFourDecimals = """
    CLF UYW
    """
