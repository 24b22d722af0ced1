import ExactJSON
import Hummingbird
import Loyalty
import Operations
import Storage

/// One invitation, and the owner's decision about it.
struct ReferralController: Controller {
    let surroundings: Surroundings
    let room: PageRoom

    private static let path = "\(ReferralPath.list)/{referral}"

    var endpoints: [Endpoint] {
        [
            Endpoint(page: Self.path, "An invitation", access: .backOffice(by: .owner), show),
            Endpoint(form: "\(Self.path)/decision", "Decide", access: .backOffice(by: .owner), decide),
        ]
    }

    @Sendable private func show(_ request: Request, _ context: BackOfficeContext) async throws -> Response {
        let notice = try request.notice(in: room.wording(for: context.visitor).words)
        return try await answer(context.id("referral"), context, notice: notice)
    }

    @Sendable private func decide(_ form: FormFields, _ context: BackOfficeContext) async throws -> Response {
        let id: Referral.ID = try context.id("referral")
        do {
            let fields = try JSONFields(
                ["decision": .string(form["decision"]), "note": .string(typedLines(form["note"]))] as JSONValue)
            let note = try fields.optionalText("note", max: noteLengthMax)
            let decided = try await ReviewReferral(in: surroundings)(
                id, fields.choice("decision", of: ReferralVerdict.self), note: note.flatMap { $0.isEmpty ? nil : $0 },
                seenAt: Int64(form["seen"]).map(Instant.init(milliseconds:)), in: context.shop, actor: context.actor)
            let path = "\(ReferralPath.list)/\(pathPart(id.text))"
            return .redirect(to: context.path(path, "done=referral_\(decided.referral.state.rawValue)"))
        } catch let rejection as any Rejection where rejection.kind != .missing {
            return try await answer(id, context, typed: typedLines(form["note"]), refusal: rejection)
        }
    }

    /// - Parameters:
    ///   - typed: The reason as it was typed.
    ///   - refusal: Why nothing was decided just now.
    private func answer(
        _ id: Referral.ID, _ context: BackOfficeContext, typed: String = "", refusal: (any Rejection)? = nil,
        notice: String? = nil
    ) async throws -> Response {
        let story = try await ViewReferrals(in: surroundings).story(of: id, in: context.shop)
        let wording = room.wording(for: context.visitor)
        let reader = ReferralReader(
            story: story, context: context, wording: wording,
            zone: try surroundings.zones.zone(named: context.shop.timeZone),
            names: try await NamePeople(in: surroundings)(Set(story.acts.map(\.actor))))
        let title = wording.words(
            "referral.title", ["inviter": story.details.referrerShown, "invited": story.details.refereeShown])
        let frame = room.backOfficeFrame(title, at: .referrals, for: context, notice: notice)
        let fault = refusal.map { rejection in
            FormFault(
                field: rejection.field == "note" ? "note" : nil,
                sentence: room.sentence(of: rejection, for: context.visitor))
        }
        let page = reader.page(frame, typed: typed, fault: fault, once: surroundings.once())
        return room.answer(page, for: context.visitor, status: refusal.map { Problem($0).status } ?? .ok)
    }
}

private let noteLengthMax = 500
