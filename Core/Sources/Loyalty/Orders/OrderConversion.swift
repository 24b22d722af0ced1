extension Order {
    /// `Q` of SEMANTICS.md: what is left of the amount that earns, in minor units of the shop's currency.
    /// - Throws: ``OrderRejection`` as ``converted(_:to:)`` does.
    public func qualifying(by basis: EarningBasis, in currency: Currency) throws(OrderRejection) -> Int64 {
        try converted(remaining(by: basis), to: currency)
    }

    /// The total in minor units of the shop's currency.
    /// - Throws: ``OrderRejection`` as ``converted(_:to:)`` does.
    public func convertedTotal(in currency: Currency) throws(OrderRejection) -> Int64 {
        try converted(total.minorUnits, to: currency)
    }

    /// An amount of the order in another currency, rounded once, half a minor unit up.
    /// - Throws: ``OrderRejection`` `exchangeRateMustBeGiven` or `convertedAmountMustBeBelowTheLimit`.
    private func converted(_ minorUnits: Int64, to currency: Currency) throws(OrderRejection) -> Int64 {
        guard total.currency != currency else { return minorUnits }
        guard let exchangeRate else { throw OrderRejection(.exchangeRateMustBeGiven, field: "exchange_rate") }
        let amount = exchangeRate.converted(Money(minorUnits: minorUnits, total.currency), to: currency)
        guard let amount, amount <= Money.limit else {
            throw OrderRejection(.convertedAmountMustBeBelowTheLimit, field: "exchange_rate")
        }
        return amount
    }
}
