import ExactJSON
import Hummingbird
import Loyalty
import Operations
import Storage

/// Where the owner sets the program up.
struct ProgramEditor: Controller {
    let surroundings: Surroundings
    let room: PageRoom

    private static let path = BackOfficePlace.program.path

    var endpoints: [Endpoint] {
        [
            Endpoint(page: Self.path, "The program", access: .backOffice(by: .owner), show),
            Endpoint(form: Self.path, "Save the program", access: .backOffice(by: .owner), save),
            Endpoint(form: "\(Self.path)/draft", "Add or remove rows", access: .backOffice(by: .owner), reshape),
            Endpoint(form: "\(Self.path)/working", "Compute samples", access: .backOffice(by: .owner), compute),
            Endpoint(form: "\(Self.path)/preview", "See what would change", access: .backOffice(by: .owner), preview),
        ]
    }

    @Sendable private func show(_ request: Request, _ context: BackOfficeContext) async throws -> Response {
        let newest = try await ViewProgram(in: surroundings).newest(in: context.shop)
        let program = newest?.program ?? .standard(in: context.shop.currency)
        return try await answer(
            try ProgramForm(program, base: newest?.number ?? 0), context,
            notice: try request.notice(in: room.wording(for: context.visitor).words))
    }

    @Sendable private func save(_ fields: FormFields, _ context: BackOfficeContext) async throws -> Response {
        let form = ProgramForm(fields)
        do {
            let saved = try await SaveProgram(in: surroundings)(
                in: context.shop, actor: context.actor, basedOn: form.base, edit: edit(by: form))
            let key = saved.version.number == form.base ? "program_same" : "program_saved"
            return .redirect(to: context.path(Self.path, "done=\(key)"))
        } catch let rejection as ProgramRejection where rejection.rule == .versionMustBeTheNewest {
            return try await answerRival(form, context)
        } catch let rejection as any Rejection {
            return try await answer(form, context, refusal: rejection)
        }
    }

    /// Adds or removes a row, and shows the form with everything else as it was typed.
    @Sendable private func reshape(_ fields: FormFields, _ context: BackOfficeContext) async throws -> Response {
        var form = ProgramForm(fields)
        if let place = Int(fields["add_tier"]), form.tiers.indices.contains(place) {
            form.tiers.insert(TierText(), at: place + 1)
        }
        if let place = Int(fields["remove_tier"]), form.tiers.indices.contains(place) { form.tiers.remove(at: place) }
        if fields.isTicked("add_event") { form.events.append(EventText()) }
        if let place = Int(fields["remove_event"]), form.events.indices.contains(place) {
            form.events.remove(at: place)
        }
        return try await answer(form, context)
    }

    @Sendable private func compute(_ fields: FormFields, _ context: BackOfficeContext) async throws -> Response {
        let working = try await working(of: ProgramForm(fields), context).part
        let frame = room.backOfficeFrame("", at: .program, for: context)
        return room.answer(WorkingScreen(frame: frame, working: working), for: context.visitor)
    }

    @Sendable private func preview(_ fields: FormFields, _ context: BackOfficeContext) async throws -> Response {
        let form = ProgramForm(fields)
        do {
            let preview = try await PreviewProgram(in: surroundings)(
                in: context.shop, actor: context.actor, edit: edit(by: form))
            let part = PreviewPart(preview, room.wording(for: context.visitor))
            return try await answer(form, context, preview: part)
        } catch let rejection as any Rejection {
            return try await answer(form, context, refusal: rejection)
        }
    }

    private func edit(by form: ProgramForm) -> @Sendable (Program) throws -> Program {
        { program in try Program(JSONFields(form.document), over: program) }
    }

    /// What the form comes to, computed where the rules are; or what is wrong with it.
    private func working(
        of form: ProgramForm, _ context: BackOfficeContext
    ) async throws -> (part: WorkingPart, refusal: (any Rejection)?) {
        do {
            let preview = try await PreviewProgram(in: surroundings).arithmetic(
                in: context.shop, actor: context.actor, edit: edit(by: form))
            return (WorkingPart(preview, room.wording(for: context.visitor)), nil)
        } catch let rejection as any Rejection {
            return (WorkingPart(missing: room.sentence(of: rejection, for: context.visitor)), rejection)
        }
    }

    /// The page with what was typed, and with what is wrong with it.
    private func answer(
        _ form: ProgramForm, _ context: BackOfficeContext, refusal: (any Rejection)? = nil,
        preview: PreviewPart? = nil, notice: String? = nil
    ) async throws -> Response {
        let fault = refusal.map { rejection in
            FormFault(
                field: ProgramFaultPlace(form: form).field(of: rejection),
                sentence: room.sentence(of: rejection, for: context.visitor))
        }
        let wording = room.wording(for: context.visitor)
        let frame = room.backOfficeFrame(wording.words("program.title"), at: .program, for: context, notice: notice)
        let making = ProgramPageMaking(frame, context, wording, form, fault: fault)
        let newest = try await ViewProgram(in: surroundings).newest(in: context.shop)
        let page = making.page(
            newest: try await line(of: newest, context),
            working: try await working(of: form, context).part, preview: preview)
        return room.answer(page, for: context.visitor, status: refusal.map { Problem($0).status } ?? .ok)
    }

    /// Somebody else saved first: the page tells who and what, keeps what was typed, and takes it at the next try.
    private func answerRival(_ form: ProgramForm, _ context: BackOfficeContext) async throws -> Response {
        let view = ViewProgram(in: surroundings)
        guard let newest = try await view.newest(in: context.shop) else {
            throw ProgramRejection(.versionMustBeTheNewest)
        }
        let seen = form.base > 0 ? try await view.version(form.base, in: context.shop).version : nil
        let rival = try await line(of: newest, since: seen, context)
        var form = form
        form.base = newest.number
        let wording = room.wording(for: context.visitor)
        let frame = room.backOfficeFrame(wording.words("program.title"), at: .program, for: context)
        let making = ProgramPageMaking(frame, context, wording, form, fault: nil)
        let page = making.page(newest: rival, rival: rival, working: try await working(of: form, context).part)
        return room.answer(page, for: context.visitor, status: .conflict)
    }

    private func line(of newest: ProgramVersion?, _ context: BackOfficeContext) async throws -> VersionLine? {
        guard let newest else { return nil }
        return try await line(of: newest, since: nil, context)
    }

    private func line(
        of version: ProgramVersion, since seen: ProgramVersion?, _ context: BackOfficeContext
    ) async throws -> VersionLine {
        VersionLine(
            version, try version.changes(since: seen), named: try await NamePeople(in: surroundings)([version.author]),
            in: context.shop, room.wording(for: context.visitor),
            try surroundings.zones.zone(named: context.shop.timeZone))
    }
}
