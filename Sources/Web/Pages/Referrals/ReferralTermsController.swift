import ExactJSON
import Hummingbird
import Loyalty
import Operations
import Storage

/// What invitations pay, as a part of the program.
struct ReferralTermsController: Controller {
    let surroundings: Surroundings
    let room: PageRoom

    var endpoints: [Endpoint] {
        [
            Endpoint(page: ReferralPath.terms, "What invitations pay", access: .backOffice(by: .owner), show),
            Endpoint(form: ReferralPath.terms, "Save what invitations pay", access: .backOffice(by: .owner), save),
        ]
    }

    @Sendable private func show(_ request: Request, _ context: BackOfficeContext) async throws -> Response {
        let newest = try await ViewProgram(in: surroundings).newest(in: context.shop)
        return try answer(newest.map { try ReferralTermsForm($0) }, context)
    }

    @Sendable private func save(_ fields: FormFields, _ context: BackOfficeContext) async throws -> Response {
        var form = ReferralTermsForm(fields)
        let view = ViewProgram(in: surroundings)
        let seen = try await view.version(form.base, in: context.shop).version.program.referral
        do {
            let document = JSONFields(form.document)
            _ = try await SaveProgram(in: surroundings)(in: context.shop, actor: context.actor) { program in
                // What else of the program was saved meanwhile does not matter here, and stays.
                guard program.referral == seen else { throw ProgramRejection(.versionMustBeTheNewest) }
                var program = program
                program.referral = try ReferralTerms(document, over: seen, program.minimumSpend.currency)
                return program
            }
            return .redirect(to: context.path(ReferralPath.list, "done=referral_terms"))
        } catch let rejection as ProgramRejection where rejection.rule == .versionMustBeTheNewest {
            guard let newest = try await view.newest(in: context.shop) else { throw rejection }
            let rival = try changes(from: seen, to: newest.program.referral, context)
            form.base = newest.number
            return try answer(form, context, rival: rival)
        } catch let rejection as any Rejection {
            return try answer(form, context, refusal: rejection)
        }
    }

    private func changes(
        from seen: ReferralTerms, to newest: ReferralTerms, _ context: BackOfficeContext
    ) throws -> [ChangeLine] {
        let words = ChangeWords(
            wording: room.wording(for: context.visitor), currency: context.shop.currency, area: "referral")
        return settingChanges(from: try JSONValue(parsing: seen.text), to: try JSONValue(parsing: newest.text))
            .map(words.line)
    }

    /// - Parameters:
    ///   - form: What stands in the form; `nil` where there is no program to save it in.
    ///   - rival: What somebody else changed meanwhile.
    private func answer(
        _ form: ReferralTermsForm?, _ context: BackOfficeContext, refusal: (any Rejection)? = nil,
        rival: [ChangeLine]? = nil
    ) throws -> Response {
        let wording = room.wording(for: context.visitor)
        let fault = refusal.map { room.fault(of: $0, for: context.visitor) }
        let kit = FormKit(
            words: wording.words, area: "referral", fault: fault, holes: moneyHoles(context.shop.currency, wording))
        let page = ReferralTermsPage(
            frame: room.backOfficeFrame(wording.words("referral.terms"), at: .referrals, for: context),
            listPath: context.path(ReferralPath.list), savePath: context.path(ReferralPath.terms),
            programPath: context.path(BackOfficePlace.program.path), trouble: FormTrouble(fault),
            isOvertaken: rival != nil, changes: rival ?? [],
            form: form.map { form in
                ReferralTermsPage.Form(
                    base: form.base, once: surroundings.once(),
                    isActive: kit.box("is_active", isTicked: form.isActive),
                    amounts: ReferralTermsForm.names.map { name in
                        kit.field(name, form[name], keyboard: name == "minimum_purchase_amount" ? "decimal" : "numeric")
                    })
            })
        let status: HTTPResponse.Status = rival == nil ? refusal.map { Problem($0).status } ?? .ok : .conflict
        return room.answer(page, for: context.visitor, status: status)
    }
}
