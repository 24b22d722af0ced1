import ExactJSON
import Hummingbird
import Loyalty
import Operations

/// Shops and the people in them, as the platform tells them.
struct ShopsController: Controller {
    let surroundings: Surroundings

    var endpoints: [Endpoint] {
        [
            Endpoint(
                .put, "/api/shops/{shop}", "Make or change a shop", tag: "Shops", access: .platform,
                takes: ShopShapes.shopEdit, answers: [.ok(ShopShapes.shop), .created(ShopShapes.shop)], saveShop),
            Endpoint(
                .get, "/api/shops/{shop}", "Show a shop", tag: "Shops",
                access: .shop(by: .owner, .staff, .platform, .key(.read)), answers: [.ok(ShopShapes.shop)], showShop),
            Endpoint(
                .put, "/api/customers/{customer}", "Say who a customer is", tag: "Customers", access: .platform,
                takes: ShopShapes.customerEdit, answers: [.ok(ShopShapes.customer), .created(ShopShapes.customer)],
                saveCustomer),
        ]
    }

    @Sendable private func saveShop(_ request: Request, _ context: CallerContext) async throws -> Response {
        let fields = try await request.fields()
        let shop = Shop(
            id: try context.id("shop"), name: try fields.text("name", max: 300), ownerID: try fields.id("owner_id"),
            currency: try Currency(try fields.text("currency", max: 3)),
            timeZone: try fields.text("time_zone", max: 64), logoURL: try fields.optionalText("logo_url", max: 2_000))
        let isNew = try await SaveShop(in: surroundings)(shop, actor: context.actor)
        let saved = try await surroundings.shops.shop(shop.id) ?? shop
        return .json(saved, status: isNew ? .created : .ok)
    }

    @Sendable private func showShop(_ request: Request, _ context: ShopContext) async throws -> Response {
        .json(context.shop)
    }

    @Sendable private func saveCustomer(_ request: Request, _ context: CallerContext) async throws -> Response {
        let customer = try Customer(try await request.fields(), id: context.id("customer"))
        let isNew = try await SaveCustomer(in: surroundings)(customer)
        return .json(customer, status: isNew ? .created : .ok)
    }
}
