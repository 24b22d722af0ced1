import ExactJSON
import Hummingbird
import Loyalty
import Operations
import Storage

/// Where the owner makes and changes a reward.
struct RewardEditor: Controller {
    let surroundings: Surroundings
    let room: PageRoom

    private static let one = "\(RewardPath.list)/{reward}"

    var endpoints: [Endpoint] {
        [
            Endpoint(page: RewardPath.new, "A new reward", access: .backOffice(by: .owner), begin),
            Endpoint(form: RewardPath.new, "Make a reward", access: .backOffice(by: .owner), make),
            Endpoint(form: RewardPath.draft, "What members would see", access: .backOffice(by: .owner), draft),
            Endpoint(page: Self.one, "A reward", access: .backOffice(by: .owner), show),
            Endpoint(form: Self.one, "Change a reward", access: .backOffice(by: .owner), change),
            Endpoint(form: "\(Self.one)/shelf", "Put it on the shelf or off", access: .backOffice(by: .owner), put),
        ]
    }

    @Sendable private func begin(_ request: Request, _ context: BackOfficeContext) async throws -> Response {
        let program = try await ViewProgram(in: surroundings).newest(in: context.shop)?.program
        let days = program?.codeValidDays ?? Program.standard(in: context.shop.currency).codeValidDays
        return try await answer(RewardForm(codeValidDays: days), about: nil, context)
    }

    @Sendable private func show(_ request: Request, _ context: BackOfficeContext) async throws -> Response {
        let reward = try await ViewRewards(in: surroundings)(context.id("reward"), in: context.shop)
        let notice = try request.notice(in: room.wording(for: context.visitor).words)
        return try await answer(
            RewardForm(reward, in: calendar(of: context)), about: reward, context, notice: notice)
    }

    @Sendable private func make(_ fields: FormFields, _ context: BackOfficeContext) async throws -> Response {
        let (form, shop, calendar) = (RewardForm(fields), context.shop, try calendar(of: context))
        do {
            _ = try await SaveReward(in: surroundings).make(in: shop, actor: context.actor) { id, days in
                try Reward(
                    JSONFields(form.document(over: nil, in: calendar)), id: id, codeValidDays: days, in: shop)
            }
            return .redirect(to: context.path(RewardPath.list, "done=reward_made"))
        } catch let rejection as any Rejection {
            return try await answer(form, about: nil, context, refusal: rejection)
        }
    }

    @Sendable private func change(_ fields: FormFields, _ context: BackOfficeContext) async throws -> Response {
        let (form, shop, calendar) = (RewardForm(fields), context.shop, try calendar(of: context))
        let id: Reward.ID = try context.id("reward")
        do {
            let saved = try await SaveReward(in: surroundings).change(
                id, in: shop, actor: context.actor, basedOn: form.seen
            ) { held in
                try Reward(JSONFields(form.document(over: held, in: calendar)), over: held, in: shop)
            }
            let key = saved.termsText == form.seen ? "reward_same" : "reward_saved"
            return .redirect(to: context.path(RewardPath.list, "done=\(key)"))
        } catch let rejection as RewardRejection where rejection.rule == .rewardMustBeAsItWasSeen {
            return try await answerRival(form, about: id, context)
        } catch let rejection as any Rejection where rejection.kind != .missing {
            let held = try await ViewRewards(in: surroundings)(id, in: shop)
            return try await answer(form, about: held, context, refusal: rejection)
        }
    }

    /// Puts it on the shelf, or takes it off; where that cannot be, the form says why.
    @Sendable private func put(_ fields: FormFields, _ context: BackOfficeContext) async throws -> Response {
        let (id, isOn): (Reward.ID, Bool) = (try context.id("reward"), fields["on"] == "yes")
        do {
            _ = try await SaveReward(in: surroundings).change(id, in: context.shop, actor: context.actor) { held in
                var reward = held
                reward.isActive = isOn
                return reward
            }
            let state = RewardState(rawValue: fields["state"]).map { "state=\($0.rawValue)&" } ?? ""
            return .redirect(to: context.path(RewardPath.list, "\(state)done=\(isOn ? "reward_on" : "reward_off")"))
        } catch let rejection as any Rejection where rejection.kind != .missing {
            let held = try await ViewRewards(in: surroundings)(id, in: context.shop)
            var form = try RewardForm(held, in: calendar(of: context))
            form.isActive = isOn
            return try await answer(form, about: held, context, refusal: rejection)
        }
    }

    /// The form as it was typed, with what members would see of it.
    @Sendable private func draft(_ fields: FormFields, _ context: BackOfficeContext) async throws -> Response {
        let held: Reward? =
            fields["reward"].isEmpty
            ? nil : try await ViewRewards(in: surroundings)(fields.id("reward"), in: context.shop)
        return try await answer(RewardForm(fields), about: held, context)
    }

    /// Somebody else saved first: the page tells who and what, keeps what was typed, and takes it at the next try.
    private func answerRival(
        _ form: RewardForm, about id: Reward.ID, _ context: BackOfficeContext
    ) async throws -> Response {
        let held = try await ViewRewards(in: surroundings)(id, in: context.shop)
        let ladder = try await ViewProgram(in: surroundings).newest(in: context.shop)?.program.tiers.ladder
        let changes = try RewardChanges(
            room.wording(for: context.visitor), try surroundings.zones.zone(named: context.shop.timeZone),
            context.shop, ladder: ladder
        ).lines(from: form.seen, to: held.termsText)
        var form = form
        form.seen = held.termsText
        return try await answer(form, about: held, context, rival: changes)
    }

    /// The page with what was typed, and with what is wrong with it.
    /// - Parameter rival: What somebody else changed meanwhile.
    private func answer(
        _ form: RewardForm, about held: Reward?, _ context: BackOfficeContext, refusal: (any Rejection)? = nil,
        rival: [ChangeLine]? = nil, notice: String? = nil
    ) async throws -> Response {
        let fault = refusal.map { room.fault(of: $0, for: context.visitor) }
        let wording = room.wording(for: context.visitor)
        let title = held?.name ?? wording.words("reward.new")
        let making = RewardPageMaking(
            frame: room.backOfficeFrame(title, at: .rewards, for: context, notice: notice), context: context,
            wording: wording, form: form, fault: fault, held: held,
            ladder: try await ViewProgram(in: surroundings).newest(in: context.shop)?.program.tiers.ladder)
        let page = making.page(
            look: try await look(of: form, about: held, context), saved: try await saving(of: held, context),
            rival: rival, once: surroundings.once())
        let status: HTTPResponse.Status = rival == nil ? refusal.map { Problem($0).status } ?? .ok : .conflict
        return room.answer(page, for: context.visitor, status: status)
    }

    /// What members would see, or what is still missing for it.
    private func look(
        of form: RewardForm, about held: Reward?, _ context: BackOfficeContext
    ) async throws -> RewardLook {
        let (shop, calendar, wording) = (context.shop, try calendar(of: context), room.wording(for: context.visitor))
        do {
            let draft = try await DraftReward(in: surroundings)(held?.id, in: shop) { held, days in
                let fields = JSONFields(form.document(over: held, in: calendar))
                return try held.map { try Reward(fields, over: $0, in: shop) }
                    ?? Reward(fields, id: Identifier(trusted: ""), codeValidDays: days, in: shop)
            }
            return RewardLook(draft, wording, calendar)
        } catch let rejection as any Rejection {
            let label = rejection.field.flatMap { wording.words.text("reward.\($0)") }
            let holes = moneyHoles(shop.currency, wording)
            return RewardLook(
                missing: room.sentence(of: rejection, for: context.visitor),
                label: label.map { _ in wording.words("reward.\(rejection.field ?? "")", holes) })
        }
    }

    /// Who saved it last, and when.
    private func saving(of held: Reward?, _ context: BackOfficeContext) async throws -> String? {
        guard let held else { return nil }
        let acts = try await ViewAuditLog(in: surroundings).acts(about: held.id, in: context.shop, limit: 1)
        guard let act = acts.first else { return nil }
        let wording = room.wording(for: context.visitor)
        let names = try await NamePeople(in: surroundings)([act.actor])
        let zone = try surroundings.zones.zone(named: context.shop.timeZone)
        return wording.words(
            "reward.saved",
            ["person": wording.actor(act.actor, named: names), "when": wording.moment(act.at, in: zone)])
    }

    private func calendar(of context: BackOfficeContext) throws -> Zone {
        try surroundings.zones.zone(named: context.shop.timeZone)
    }
}
