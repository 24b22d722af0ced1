import Hummingbird
import Loyalty
import Operations

/// Deletes a reward after a question.
struct RewardDeletion: Controller {
    let surroundings: Surroundings
    let room: PageRoom

    private static let path = "\(RewardPath.list)/{reward}/delete"

    var endpoints: [Endpoint] {
        [
            Endpoint(page: Self.path, "Whether to delete a reward", access: .backOffice(by: .owner), ask),
            Endpoint(form: Self.path, "Delete a reward", access: .backOffice(by: .owner), delete),
        ]
    }

    @Sendable private func ask(_ request: Request, _ context: BackOfficeContext) async throws -> Response {
        let reward = try await ViewRewards(in: surroundings)(context.id("reward"), in: context.shop)
        let words = room.wording(for: context.visitor).words
        let path = "\(RewardPath.list)/\(pathPart(reward.id.text))"
        let title = words("reward.delete.title", ["reward": reward.name])
        let page = QuestionPage(
            frame: room.backOfficeFrame(title, at: .rewards, for: context), heading: title,
            sentence: words("reward.delete.sentence"), action: context.path("\(path)/delete"),
            yes: words("reward.delete.yes"), no: words("reward.delete.no"), back: context.path(path),
            once: surroundings.once(), fault: nil, isHarmful: true)
        return room.answer(page, for: context.visitor)
    }

    @Sendable private func delete(_ form: FormFields, _ context: BackOfficeContext) async throws -> Response {
        try await DeleteReward(in: surroundings)(context.id("reward"), in: context.shop, actor: context.actor)
        return .redirect(to: context.path(RewardPath.list, "done=reward_deleted"))
    }
}
