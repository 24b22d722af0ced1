import Hummingbird
import Loyalty
import Operations
import Storage

private let matchesMax = 8

/// Who works in a shop.
struct ShopStaffController: Controller {
    let desk: ShopSettingsDesk

    private var path: String { ShopSettingsTab.staff.path }

    var endpoints: [Endpoint] {
        let removal = "\(path)/{customer}/removal"
        return [
            Endpoint(page: path, "Who works in a shop", access: .backOffice(by: .owner), show),
            Endpoint(form: path, "Take a person on", access: .backOffice(by: .owner), add),
            Endpoint(page: removal, "Whether to remove somebody", access: .backOffice(by: .owner), ask),
            Endpoint(form: removal, "Remove a person from the staff", access: .backOffice(by: .owner), remove),
        ]
    }

    @Sendable private func show(_ request: Request, _ context: BackOfficeContext) async throws -> Response {
        let notice = try request.notice(in: desk.room.wording(for: context.visitor).words)
        return try await answer(ShopStaffForm(), context, notice: notice)
    }

    @Sendable private func add(_ fields: FormFields, _ context: BackOfficeContext) async throws -> Response {
        var form = ShopStaffForm(typed: fields["who"])
        do {
            guard let person = try await person(meant: fields, &form, context) else {
                return try await answer(form, context)
            }
            let isNew = try await AddStaff(in: desk.surroundings)(person, in: context.shop, actor: context.actor)
            return .redirect(to: context.path(path, isNew ? "done=staff_added" : "done=staff_known"))
        } catch let rejection as any Rejection where rejection.kind != .missing {
            form.refusal = rejection
            return try await answer(form, context)
        }
    }

    /// The person that a button names, or whose whole id was typed; `nil` where it must be asked first who is meant.
    private func person(
        meant fields: FormFields, _ form: inout ShopStaffForm, _ context: BackOfficeContext
    ) async throws -> Customer.ID? {
        guard fields["person"].isEmpty else { return try fields.id("person") }
        guard !form.typed.isEmpty else { throw IdentifierRejection(.idMustNotBeEmpty, field: "who") }
        let found = try await FindMembers(in: desk.surroundings)(
            called: form.typed, in: context.shop, limit: matchesMax)
        if let exact = found.first(where: { $0.member.customerID.text == form.typed }) {
            return exact.member.customerID
        }
        form.matches = found
        if found.isEmpty { form.unknown = try Identifier(form.typed, field: "who") }
        return nil
    }

    @Sendable private func ask(_ request: Request, _ context: BackOfficeContext) async throws -> Response {
        let person: Customer.ID = try context.id("customer")
        let staff = try await ViewStaff(in: desk.surroundings)(in: context.shop)
        guard staff.members.contains(where: { $0.customerID == person }) else { throw StaffRejection.staffMustExist }
        let words = desk.room.wording(for: context.visitor).words
        let holes = ["person": staff.names[person.text] ?? person.text]
        let page = QuestionPage(
            frame: desk.shell(.staff, for: context).frame, heading: words("shop_staff.removal.title", holes),
            sentence: words("shop_staff.removal.sentence", holes),
            action: context.path("\(path)/\(pathPart(person.text))/removal"), yes: words("shop_staff.removal.yes"),
            no: words("shop_staff.removal.no"), back: context.path(path), once: desk.surroundings.once(), fault: nil,
            isHarmful: true)
        return desk.room.answer(page, for: context.visitor)
    }

    @Sendable private func remove(_ fields: FormFields, _ context: BackOfficeContext) async throws -> Response {
        try await RemoveStaff(in: desk.surroundings)(
            try context.id("customer"), in: context.shop, actor: context.actor)
        return .redirect(to: context.path(path, "done=staff_removed"))
    }

    private func answer(
        _ form: ShopStaffForm, _ context: BackOfficeContext, notice: String? = nil
    ) async throws -> Response {
        let page = ShopStaffPage(
            try await ViewStaff(in: desk.surroundings)(in: context.shop), form,
            desk.shell(.staff, for: context, notice: notice), context, desk.room.wording(for: context.visitor),
            zone: try desk.surroundings.zones.zone(named: context.shop.timeZone),
            fault: form.refusal.map {
                FormFault(field: "who", sentence: desk.room.sentence(of: $0, for: context.visitor))
            },
            once: desk.surroundings.once())
        return desk.room.answer(page, for: context.visitor, status: form.refusal.map { Problem($0).status } ?? .ok)
    }
}

/// What was typed to find somebody, and what came of it.
struct ShopStaffForm {
    var typed = ""
    /// Members of the shop who may be meant.
    var matches: [MemberView] = []
    /// An id that is no member's, which may be right all the same.
    var unknown: Customer.ID?
    var refusal: (any Rejection)?
}
