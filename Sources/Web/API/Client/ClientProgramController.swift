import ExactJSON
import Hummingbird
import Loyalty
import Operations

/// The owner's half of the platform's client, in the paths and words it has always used.
struct ClientProgramController: Controller {
    let surroundings: Surroundings

    private static let path = "/api/loyalty-programs/shop_program"
    private static let shopID = QueryParameter("shop_id", .id, "Which shop, for those who own several")

    var endpoints: [Endpoint] {
        [
            Endpoint(
                .get, Self.path, "The program of the caller's shop", tag: "Client", access: .person,
                query: [Self.shopID], answers: [.ok(ClientShapes.program)], show),
            Endpoint(
                .post, Self.path, "Save the program of the caller's shop", tag: "Client", access: .person,
                query: [Self.shopID], takes: ClientShapes.programEdit, answers: [.ok(ClientShapes.saved)], save),
            Endpoint(
                .put, Self.path, "Save the program of the caller's shop", tag: "Client", access: .person,
                query: [Self.shopID], takes: ClientShapes.programEdit, answers: [.ok(ClientShapes.saved)], save),
            Endpoint(
                .get, "/api/loyalty-programs/customer_analytics", "The caller's members at one glance", tag: "Client",
                access: .person, query: [Self.shopID], answers: [.ok(ClientShapes.analytics)], analyse),
        ]
    }

    @Sendable private func show(_ request: Request, _ context: PersonContext) async throws -> Response {
        let shop = try await ownShop(request, context)
        guard let version = try await ViewProgram(in: surroundings).newest(in: shop) else {
            return .object(status: .notFound) { $0.field("message", AwardRefusal.programMissing.sentence) }
        }
        return .json(ClientProgram(version.program, of: shop))
    }

    @Sendable private func save(_ request: Request, _ context: PersonContext) async throws -> Response {
        let shop = try await ownShop(request, context)
        let fields = try await request.fields()
        do {
            let saved = try await SaveProgram(in: surroundings)(in: shop, actor: context.actor) { program in
                try ClientProgram.edit(program, with: fields)
            }
            return .object { json in
                json.field("message", "Loyalty program updated successfully")
                json.field("created", saved.isFirst)
            }
        } catch let rejection as ProgramRejection {
            throw ClientProgram.renamed(rejection)
        }
    }

    @Sendable private func analyse(_ request: Request, _ context: PersonContext) async throws -> Response {
        let shop = try await ownShop(request, context)
        return .json(try await SummarizeShop(in: surroundings)(shop))
    }

    private func ownShop(_ request: Request, _ context: PersonContext) async throws -> Shop {
        try await FindOwnShop(in: surroundings)(of: context.customerID, named: request.query().id("shop_id"))
    }
}
