import Loyalty
import Operations
import Storage

/// Makes the page of a reward of what stands in its form.
struct RewardPageMaking {
    let frame: Frame
    let context: BackOfficeContext
    let wording: Wording
    let form: RewardForm
    let fault: FormFault?
    /// The reward as it is kept; `nil` for a new one.
    let held: Reward?
    let ladder: TierLadder?

    private var kit: FormKit {
        FormKit(words: wording.words, area: "reward", fault: fault, holes: moneyHoles(context.shop.currency, wording))
    }

    func page(look: RewardLook, saved: String?, rival: [ChangeLine]?, once: String) -> RewardPage {
        let path = held.map { "\(RewardPath.list)/\(pathPart($0.id.text))" }
        return RewardPage(
            frame: frame, title: held?.name ?? wording.words("reward.new"),
            listPath: context.path(RewardPath.list), savePath: context.path(path ?? RewardPath.new),
            draftPath: context.path(RewardPath.draft), deletePath: path.map { context.path("\($0)/delete") },
            reward: held?.id.text ?? "", seen: form.seen, once: once, saved: saved, trouble: FormTrouble(fault),
            isOvertaken: rival != nil, changes: rival ?? [],
            isActive: kit.box("is_active", isTicked: form.isActive), name: field("name"),
            about: kit.lines("description", form["description"], rows: 3),
            type: kit.choice("reward_type", form["reward_type"], of: RewardType.allCases.map(\.rawValue)),
            benefits: benefits, cost: field("points_cost", "numeric"),
            tier: kit.choice("minimum_tier_required", form["minimum_tier_required"], named: tiers),
            limits: ["total_available", "max_redemptions_per_customer"].map { optional($0, "numeric") },
            days: ["valid_from", "valid_until"].map { optional($0, "text") },
            codeDays: field("code_valid_days", "numeric"),
            onExpiry: kit.choice(
                "on_code_expiry", form["on_code_expiry"], of: CodeExpiryPolicy.allCases.map(\.rawValue)),
            look: look, facts: facts)
    }

    private func field(_ name: String, _ keyboard: String = "text") -> Field {
        kit.field(name, form[name], keyboard: keyboard)
    }

    private func optional(_ name: String, _ keyboard: String) -> Field {
        kit.field(name, form[name], keyboard: keyboard, isRequired: false)
    }

    private var benefits: [RewardPage.BenefitField] {
        [
            (RewardType.discountPercentage, "discount_percentage", "decimal"),
            (.discountFixed, "discount_amount", "decimal"), (.freeProduct, "product", "text"),
            (.freeService, "service", "text"), (.bonusPoints, "bonus_points", "numeric"),
        ].map { type, name, keyboard in
            RewardPage.BenefitField(kind: type.rawValue, field: optional(name, keyboard))
        }
    }

    /// All tiers, and the one that is asked for although the program has it no more.
    private var tiers: [(key: String, text: String)] {
        let tiers = (ladder?.tiers ?? []).map { (key: $0.key, text: $0.name) }
        let asked = form["minimum_tier_required"]
        let gone =
            asked.isEmpty || tiers.contains { $0.key == asked } ? [] : [(key: asked, text: Tier.name(for: asked))]
        return [(key: "", text: wording.words("reward.tier_any"))] + tiers + gone
    }

    private var facts: [Fact] {
        guard let held else { return [] }
        let left = held.stockLeft.map { wording.number($0) } ?? wording.words("shelf.endless")
        return [("shelf.given", wording.number(held.redeemedCount)), ("shelf.stock", left)].map { key, value in
            Fact(label: wording.words(key), value: value)
        }
    }
}
