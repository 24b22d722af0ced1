import ExactJSON
import Hummingbird
import Loyalty
import Operations
import Storage

/// The seals of a shop.
struct SealsController: Controller {
    let surroundings: Surroundings

    var endpoints: [Endpoint] {
        [
            Endpoint(
                .get, "/api/shops/{shop}/seals", "List the daily seals of the shop's books, newest first",
                tag: "Shops", access: .shop(by: .owner, .key(.read)), query: Page.parameters,
                answers: [.ok(.page(of: ShopShapes.seal))], list)
        ]
    }

    @Sendable private func list(_ request: Request, _ context: ShopContext) async throws -> Response {
        let listing = try Listing(of: request)
        let rows = try await ViewSeals(in: surroundings)(
            in: context.shop, below: listing.number(), limit: listing.limit)
        return listing.answer(rows.map(SealAnswer.init)) { JSONValue($0.row.seal.number) }
    }
}

/// A seal as the API shows it.
struct SealAnswer: JSONWritable {
    let row: SealStore.Row

    func write(to json: inout JSONWriter) {
        let contents = row.seal.contents
        json.object { json in
            json.field("number", row.seal.number)
            json.field("day", row.seal.day)
            json.field("covers_before", row.seal.coversBefore)
            json.field("sealed_at", row.sealedAt)
            json.field("member_count", contents.memberCount)
            json.field("entry_count", contents.entryCount)
            json.field("balance", contents.balance)
            json.field("members_hash", Hexadecimal.text(of: contents.membersHash))
            json.field("hash", Hexadecimal.text(of: row.hash))
        }
    }
}
