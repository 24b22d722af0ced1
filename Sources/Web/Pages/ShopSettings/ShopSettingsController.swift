import ExactJSON
import Hummingbird
import Loyalty
import Operations

/// What a shop is called, where it is, and what colour its pages have.
struct ShopSettingsController: Controller {
    let desk: ShopSettingsDesk

    private var path: String { ShopSettingsTab.shop.path }

    var endpoints: [Endpoint] {
        [
            Endpoint(page: path, "The settings of a shop", access: .backOffice(by: .owner), show),
            Endpoint(form: path, "Change the settings of a shop", access: .backOffice(by: .owner), save),
        ]
    }

    @Sendable private func show(_ request: Request, _ context: BackOfficeContext) async throws -> Response {
        let notice = try request.notice(in: desk.room.wording(for: context.visitor).words)
        return answer(ShopSettingsForm(context.shop.settings), context.shop, context, notice: notice)
    }

    @Sendable private func save(_ fields: FormFields, _ context: BackOfficeContext) async throws -> Response {
        var form = ShopSettingsForm(fields)
        do {
            try await ChangeShop(in: desk.surroundings)(
                context.shop.id, from: form.seen, to: form.wanted(), actor: context.actor)
            return .redirect(to: context.path(path, "done=shop_saved"))
        } catch ShopRejection.settingsMustBeTheNewest {
            // What somebody else saved is shown beside what was typed, which the next save takes.
            guard let shop = try await desk.surroundings.shops.shop(context.shop.id) else {
                throw ShopRejection.shopMustExist
            }
            form.seen = shop.settings
            return answer(form, shop, context, refusal: ShopRejection.settingsMustBeTheNewest)
        } catch let rejection as any Rejection where rejection.kind != .missing {
            return answer(form, context.shop, context, refusal: rejection)
        }
    }

    private func answer(
        _ form: ShopSettingsForm, _ shop: Shop, _ context: BackOfficeContext, refusal: (any Rejection)? = nil,
        notice: String? = nil
    ) -> Response {
        let page = ShopSettingsPage(
            form, shop, desk.shell(.shop, for: context, notice: notice), context,
            desk.room.wording(for: context.visitor), zones: desk.surroundings.zones.names,
            isRival: refusal as? ShopRejection == .settingsMustBeTheNewest,
            fault: refusal.map { desk.room.fault(of: $0, for: context.visitor) })
        return desk.room.answer(page, for: context.visitor, status: refusal.map { Problem($0).status } ?? .ok)
    }
}

/// What stands in the form of a shop's settings, as text.
struct ShopSettingsForm {
    let name: String
    let timeZone: String
    let hasOwnColour: Bool
    /// `#0b5a9c`
    let accent: String
    /// The settings that were shown when the form was made.
    var seen: ShopSettings

    init(_ settings: ShopSettings) {
        name = settings.name
        timeZone = settings.timeZone
        hasOwnColour = settings.accent != nil
        accent = "#\((settings.accent ?? houseColour).hex)"
        seen = settings
    }

    init(_ fields: FormFields) {
        name = fields["name"]
        timeZone = fields["time_zone"]
        hasOwnColour = fields.isTicked("own_colour")
        accent = fields["accent"]
        seen = ShopSettings(
            name: fields["seen_name"], timeZone: fields["seen_time_zone"], accent: Colour(hex: fields["seen_accent"]))
    }

    /// - Throws: ``FieldRejection`` or ``ShopRejection``.
    func wanted() throws -> ShopSettings {
        let fields = try JSONFields(["name": .string(name), "time_zone": .string(timeZone)])
        return ShopSettings(
            name: try fields.text("name", max: nameLengthMax),
            timeZone: try fields.text("time_zone", max: timeZoneLengthMax), accent: try colour())
    }

    private func colour() throws(ShopRejection) -> Colour? {
        guard hasOwnColour else { return nil }
        guard accent.hasPrefix("#"), let colour = Colour(hex: accent.dropFirst()) else { throw .accentMustBeAColour }
        return colour
    }
}

private let nameLengthMax = 300
private let timeZoneLengthMax = 64
/// What a colour is chosen from at first: that of the style sheet.
private let houseColour = Colour(red: 0x0F, green: 0x5E, blue: 0x56)
