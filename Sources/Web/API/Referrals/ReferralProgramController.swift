import ExactJSON
import Hummingbird
import Loyalty
import Operations
import Storage

/// The terms of referrals, as a part of the program.
struct ReferralProgramController: Controller {
    let surroundings: Surroundings

    var endpoints: [Endpoint] {
        [
            Endpoint(
                .get, "/api/shops/{shop}/referral-program", "Show what referrals pay", tag: "Referrals",
                access: .shop(by: .owner, .staff, .platform, .key(.read), .key(.manage)),
                answers: [.ok(ReferralShapes.terms)], show),
            Endpoint(
                .put, "/api/shops/{shop}/referral-program", "Save what referrals pay as a new version of the program",
                tag: "Referrals", access: .shop(by: .owner, .platform, .key(.manage)), takes: ReferralShapes.edit,
                answers: [.ok(ReferralShapes.terms)], save),
        ]
    }

    @Sendable private func show(_ request: Request, _ context: ShopContext) async throws -> Response {
        try await answer(newest(in: context.shop).referral)
    }

    @Sendable private func save(_ request: Request, _ context: ShopContext) async throws -> Response {
        let fields = try await request.fields()
        _ = try await newest(in: context.shop)
        let saved = try await SaveProgram(in: surroundings)(in: context.shop, actor: context.actor) { program in
            var program = program
            program.referral = try ReferralTerms(fields, over: program.referral, program.minimumSpend.currency)
            return program
        }
        return answer(saved.version.program.referral)
    }

    /// - Throws: ``ProgramRejection`` `programMustExist`: to save the terms alone would make a program of them.
    private func newest(in shop: Shop) async throws -> Program {
        guard let version = try await ViewProgram(in: surroundings).newest(in: shop) else {
            throw ProgramRejection(.programMustExist)
        }
        return version.program
    }

    private func answer(_ terms: ReferralTerms) -> Response { .object { json in terms.write(to: &json) } }
}
