import Loyalty
import Operations

/// Makes the page of the program of what stands in its form.
struct ProgramPageMaking {
    let frame: Frame
    let context: BackOfficeContext
    let wording: Wording
    let form: ProgramForm
    let fault: FormFault?
    private let kit: FormKit

    init(_ frame: Frame, _ context: BackOfficeContext, _ wording: Wording, _ form: ProgramForm, fault: FormFault?) {
        self.frame = frame
        self.context = context
        self.wording = wording
        self.form = form
        self.fault = fault
        kit = FormKit(
            words: wording.words, area: "program", fault: fault, holes: moneyHoles(context.shop.currency, wording))
    }

    func page(
        newest: VersionLine?, rival: VersionLine? = nil, working: WorkingPart, preview: PreviewPart? = nil
    ) -> ProgramPage {
        ProgramPage(
            frame: frame, paths: ProgramPaths(context), base: form.base, isFirst: newest == nil,
            versionLine: newest.map { "\($0.title) · \($0.saved)" }, trouble: FormTrouble(fault), rival: rival,
            isActive: kit.box("is_active", isTicked: form.isActive), basics: [field("name")],
            aboutLines: kit.lines("description", form["description"], rows: 2),
            rates: [field("points_per_unit", "decimal"), field("minimum_spend", "decimal")],
            earningChoices: [
                choice("earning_basis", EarningBasis.self), choice("earns_on", EarningMoment.self),
                choice("rounding", Rounding.self),
            ],
            pendingDays: field("pending_days", "numeric"), tiers: tiers, tiersFault: sentence(at: "tiers"),
            tierChoices: [choice("tier_period", TierPeriod.self), choice("fall_policy", FallPolicy.self)],
            graceDays: field("grace_days", "numeric"),
            expiryPolicy: kit.choice("expiry.policy", form["expiry.policy"], of: expiryPolicies),
            expiryDays: kit.field("expiry.days", form["expiry.days"], keyboard: "numeric", isRequired: false),
            debtPolicy: choice("debt_policy", DebtPolicy.self), codeDays: field("code_valid_days", "numeric"),
            bonusPoints: [field("bonuses.signup_points", "numeric"), field("bonuses.birthday_points", "numeric")],
            review: review, events: events, eventsFault: sentence(at: "bonuses.events"), working: working,
            preview: preview)
    }

    private func field(_ name: String, _ keyboard: String = "text") -> Field {
        kit.field(name, form[name], keyboard: keyboard)
    }

    private func choice<Choice: RawRepresentable<String> & CaseIterable>(
        _ name: String, _ type: Choice.Type
    ) -> ChoiceField {
        kit.choice(name, form[name], of: Choice.allCases.map(\.rawValue))
    }

    private func sentence(at field: String) -> String? { fault?.field == field ? fault?.sentence : nil }

    private var tiers: [TierRow] {
        form.tiers.enumerated().map { place, tier in
            let name = "tiers[\(place)]"
            let title = tier.name.isEmpty ? wording.words("program.tier_new") : tier.name
            return TierRow(
                place: place, key: tier.key, keyName: "\(name).key", title: title,
                cells: [
                    kit.field("\(name).name", tier.name),
                    kit.field("\(name).threshold", tier.threshold, keyboard: "decimal"),
                    kit.field("\(name).multiplier", tier.multiplier, keyboard: "decimal"),
                ],
                benefits: kit.lines("\(name).benefits", tier.benefits, rows: 2),
                removeLabel: wording.words("program.remove_named", ["name": title]),
                addLabel: wording.words("program.tier_add_after", ["name": title]))
        }
    }

    private var review: BonusRow {
        BonusRow(
            place: 0, title: wording.words("program.bonuses.review"),
            cells: [field("bonuses.review.points", "numeric"), field("bonuses.review.limit", "numeric")],
            period: choice("bonuses.review.period", BonusPeriod.self), removeLabel: "")
    }

    private var events: [BonusRow] {
        form.events.enumerated().map { place, event in
            let name = "bonuses.events[\(place)]"
            let title = event.name.isEmpty ? wording.words("program.event_new") : event.name
            return BonusRow(
                place: place, title: title,
                cells: [
                    kit.field("\(name).name", event.name), kit.field("\(name).key", event.key),
                    kit.field("\(name).points", event.points, keyboard: "numeric"),
                    kit.field("\(name).limit", event.limit, keyboard: "numeric"),
                ],
                period: kit.choice("\(name).period", event.period, of: BonusPeriod.allCases.map(\.rawValue)),
                removeLabel: wording.words("program.remove_named", ["name": title]))
        }
    }
}

private let expiryPolicies = ["days_after_earning", "days_without_activity", "end_of_calendar_year", "never"]

/// What words of money are filled with: one unit of the shop's currency, and its code.
func moneyHoles(_ currency: Currency, _ wording: Wording) -> [String: String] {
    let unit = Money(minorUnits: currency.minorUnitsPerUnit, currency)
    return ["unit": wording.money(unit), "currency": currency.code]
}
