import Loyalty
import Testing

@Suite struct RejectionTests {
    @Test func `a rule is named in snake case for programs`() {
        let codes: [(any Rejection, String)] = [
            (RedemptionRejection.balanceMustCoverCost, "balance_must_cover_cost"),
            (RedemptionRejection.tierMustBeReached(tierName: "Gold"), "tier_must_be_reached"),
            (OrderRejection(.lineMustHaveAQuantity), "line_must_have_a_quantity"),
            (ProgramRejection(.thresholdsMustRise), "thresholds_must_rise"),
            (MoneyRejection(.amountMustNotBeNegative, field: nil), "amount_must_not_be_negative"),
            (CodeRejection.codeMustNotBeMistyped, "code_must_not_be_mistyped"),
            (AdjustmentRejection.reasonMustNotBeEmpty, "reason_must_not_be_empty"),
            (MemberRejection.membershipMustExist, "membership_must_exist"),
        ]
        for (rejection, code) in codes { #expect(rejection.code == code) }
    }

    @Test func `a rejection says what the caller can do about it`() {
        let kinds: [(any Rejection, RejectionKind)] = [
            (OrderRejection(.amountMustNotBeNegative, field: "total"), .badInput),
            (OrderRejection(.orderMustExist), .missing),
            (OrderRejection(.orderMustKeepItsCustomer), .conflict),
            (ProgramRejection(.programMustExist), .missing),
            (RewardRejection(.rewardMustExist), .missing),
            (RewardRejection(.costMustBeAtLeastOne), .badInput),
            (RedemptionStateRejection.codeMustNotBeUsed, .conflict),
            (RedemptionStateRejection.redemptionMustExist, .missing),
            (AdjustmentRejection.balanceMustCoverAdjustment, .conflict),
            (AdjustmentRejection.adjustmentMustNotBeZero, .badInput),
            (MemberRejection.membershipMustExist, .missing),
        ]
        for (rejection, kind) in kinds { #expect(rejection.kind == kind, "\(rejection.code)") }
    }

    @Test func `the sentences that the platform's client shows are word for word its own`() {
        #expect(ProgramRejection(.programMustExist).sentence == "No loyalty program configured")
        #expect(ShopRejection.shopMustExist.sentence == "Shop not found")
    }
}
