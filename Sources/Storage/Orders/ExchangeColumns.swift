import Loyalty

/// The columns of an order that is not in the shop's currency.
extension SQLRow {
    /// The currency of an order's amounts; NULL stands for the shop's.
    mutating func orderCurrency(in shopCurrency: Currency) throws -> Currency {
        guard let code = optionalText() else { return shopCurrency }
        do { return try Currency(code) } catch { throw StorageFailure.corrupt("\(code) is no currency") }
    }

    mutating func optionalExchangeRate() throws -> ExchangeRate? {
        guard let text = optionalText() else { return nil }
        guard let decimal = Decimal(text) else { throw StorageFailure.corrupt("\(text) is no exchange rate") }
        do { return try ExchangeRate(decimal, field: "exchange_rate") } catch {
            throw StorageFailure.corrupt(error.sentence)
        }
    }
}

extension Order {
    /// The code of the currency, where it is not the shop's.
    func foreignCurrencyCode(in shop: Shop) -> String? {
        total.currency == shop.currency ? nil : total.currency.code
    }
}
