import ExactJSON
import Hummingbird
import Loyalty
import Operations

/// The accounts that people sign in with, where no platform issues tokens.
struct AccountsController: Controller {
    let surroundings: Surroundings
    let hasher: PasswordHasher

    var endpoints: [Endpoint] {
        [
            Endpoint(
                .put, "/api/accounts/{customer}", "Set the name and password that a customer signs in with",
                tag: "Sign-in", access: .platform, takes: Shapes.account, answers: [.noContent], save)
        ]
    }

    @Sendable private func save(_ request: Request, _ context: CallerContext) async throws -> Response {
        let fields = try await request.fields()
        _ = try await SaveAccount(in: surroundings, hasher: hasher)(
            of: try context.id("customer"), username: try fields.text("username", max: 254),
            password: try fields.text("password", max: 256))
        return .noContent
    }
}

private enum Shapes {
    static let account = Schema.named(
        "Account",
        .object([.required("username", .text(min: 1, max: 254)), .required("password", .text(min: 8, max: 256))]))
}
