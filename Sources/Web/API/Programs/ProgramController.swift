import ExactJSON
import Hummingbird
import Loyalty
import Operations
import Storage

/// A shop's program and its versions.
struct ProgramController: Controller {
    let surroundings: Surroundings

    var endpoints: [Endpoint] {
        [
            Endpoint(
                .get, "/api/shops/{shop}/program", "Show the program in force", tag: "Program",
                access: .shop(by: .owner, .staff, .platform, .key(.read), .key(.manage)),
                answers: [.ok(ProgramShapes.version)], show),
            Endpoint(
                .put, "/api/shops/{shop}/program", "Save the program as a new version", tag: "Program",
                access: .shop(by: .owner, .platform, .key(.manage)), takes: ProgramShapes.edit,
                answers: [.ok(ProgramShapes.version), .created(ProgramShapes.version)], save),
            Endpoint(
                .post, "/api/shops/{shop}/program/preview", "Tell what saving the program would change",
                tag: "Program", access: .shop(by: .owner, .platform, .key(.manage)), takes: ProgramShapes.edit,
                answers: [.ok(ProgramShapes.preview)], preview),
            Endpoint(
                .get, "/api/shops/{shop}/program/versions", "List the versions, newest first", tag: "Program",
                access: .shop(by: .owner, .key(.manage)), query: Page.parameters,
                answers: [.ok(.page(of: ProgramShapes.changedVersion))], versions),
            Endpoint(
                .get, "/api/shops/{shop}/program/versions/{number}", "Show a version and what it changed",
                tag: "Program", access: .shop(by: .owner, .key(.manage)),
                answers: [.ok(ProgramShapes.changedVersion)], version),
        ]
    }

    @Sendable private func show(_ request: Request, _ context: ShopContext) async throws -> Response {
        guard let version = try await ViewProgram(in: surroundings).newest(in: context.shop) else {
            throw ProgramRejection(.programMustExist)
        }
        return .json(version)
    }

    @Sendable private func save(_ request: Request, _ context: ShopContext) async throws -> Response {
        let fields = try await request.fields()
        let saved = try await SaveProgram(in: surroundings)(in: context.shop, actor: context.actor) { program in
            try Program(fields, over: program)
        }
        return .json(saved.version, status: saved.isFirst ? .created : .ok)
    }

    @Sendable private func preview(_ request: Request, _ context: ShopContext) async throws -> Response {
        let fields = try await request.fields()
        let preview = try await PreviewProgram(in: surroundings)(in: context.shop, actor: context.actor) { program in
            try Program(fields, over: program)
        }
        return .json(preview)
    }

    @Sendable private func versions(_ request: Request, _ context: ShopContext) async throws -> Response {
        let listing = try Listing(of: request)
        let versions = try await ViewProgram(in: surroundings).versions(
            in: context.shop, below: listing.number().map { Int(clamping: $0) }, limit: listing.limit)
        return listing.answer(versions) { JSONValue(Int64($0.version.number)) }
    }

    @Sendable private func version(_ request: Request, _ context: ShopContext) async throws -> Response {
        guard let number = try Int32(context.part("number")) else { throw ProgramRejection(.versionMustExist) }
        return .json(try await ViewProgram(in: surroundings).version(Int(number), in: context.shop))
    }
}
