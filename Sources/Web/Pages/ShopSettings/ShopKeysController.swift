import ExactJSON
import Hummingbird
import Loyalty
import Operations
import Storage

private let nameLengthMax = 100

/// The API keys of a shop.
struct ShopKeysController: Controller {
    let desk: ShopSettingsDesk

    private var path: String { ShopSettingsTab.keys.path }

    var endpoints: [Endpoint] {
        let revocation = "\(path)/{key}/revocation"
        return [
            Endpoint(page: path, "The API keys of a shop", access: .backOffice(by: .owner), show),
            Endpoint(form: path, "Make an API key", access: .backOffice(by: .owner), issue),
            Endpoint(page: revocation, "Whether to revoke an API key", access: .backOffice(by: .owner), ask),
            Endpoint(form: revocation, "Revoke an API key", access: .backOffice(by: .owner), revoke),
        ]
    }

    @Sendable private func show(_ request: Request, _ context: BackOfficeContext) async throws -> Response {
        let notice = try request.notice(in: desk.room.wording(for: context.visitor).words)
        return try await answer(KeyForm(), context, notice: notice)
    }

    /// The secret is in this one answer and nowhere else, so that no redirect leads to it.
    @Sendable private func issue(_ fields: FormFields, _ context: BackOfficeContext) async throws -> Response {
        let form = KeyForm(name: fields["name"], scopes: Set(fields.all("scopes")))
        do {
            let typed = try JSONFields(["name": .string(form.name)])
            let (record, secret) = try await IssueKey(in: desk.surroundings)(
                named: try typed.text("name", max: nameLengthMax),
                scopes: Set(form.scopes.compactMap(APIKey.Scope.init)), in: context.shop.id, actor: context.actor)
            return try await answer(KeyForm(), context, issued: (record.key.name, secret))
        } catch let rejection as any Rejection where rejection.kind != .missing {
            return try await answer(form, context, refusal: rejection)
        }
    }

    @Sendable private func ask(_ request: Request, _ context: BackOfficeContext) async throws -> Response {
        let record = try await ViewKeys(in: desk.surroundings)(context.id("key"), in: context.shop.id)
        let words = desk.room.wording(for: context.visitor).words
        let holes = ["name": record.key.name, "last": record.lastFour]
        let page = QuestionPage(
            frame: desk.shell(.keys, for: context).frame, heading: words("keys.revocation.title", holes),
            sentence: words("keys.revocation.sentence", holes),
            action: context.path("\(path)/\(pathPart(record.key.id.text))/revocation"),
            yes: words("keys.revocation.yes"), no: words("keys.revocation.no"), back: context.path(path),
            once: desk.surroundings.once(), fault: nil, isHarmful: true)
        return desk.room.answer(page, for: context.visitor)
    }

    @Sendable private func revoke(_ fields: FormFields, _ context: BackOfficeContext) async throws -> Response {
        try await RevokeKey(in: desk.surroundings, ring: desk.ring)(
            try context.id("key"), in: context.shop.id, actor: context.actor)
        return .redirect(to: context.path(path, "done=key_revoked"))
    }

    private func answer(
        _ form: KeyForm, _ context: BackOfficeContext, issued: (name: String, secret: String)? = nil,
        refusal: (any Rejection)? = nil, notice: String? = nil
    ) async throws -> Response {
        let keys = try await ViewKeys(in: desk.surroundings)(in: context.shop.id)
        let page = ShopKeysPage(
            keys, form, desk.shell(.keys, for: context, notice: notice), context,
            desk.room.wording(for: context.visitor),
            names: try await NamePeople(in: desk.surroundings)(Set(keys.map(\.createdBy))),
            zone: try desk.surroundings.zones.zone(named: context.shop.timeZone), issued: issued,
            fault: refusal.map { desk.room.fault(of: $0, for: context.visitor) }, once: desk.surroundings.once())
        return desk.room.answer(page, for: context.visitor, status: refusal.map { Problem($0).status } ?? .ok)
    }
}

/// What was typed to make a key.
struct KeyForm {
    var name = ""
    var scopes: Set<String> = []
}
