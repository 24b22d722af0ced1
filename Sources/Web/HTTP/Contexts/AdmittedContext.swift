import Foundation
import Foundation
import Hummingbird
public import Loyalty

/// What a handler is given beside the request: proof of who was let in, and the parts of the path.
public protocol AdmittedContext: Sendable {
    /// The request's id, logger and whatever else is known of it without asking who calls.
    var app: AppContext { get }
    /// Names the caller among all callers, for what is kept per caller; `nil` for nobody in particular.
    var principal: String? { get }
    /// The shop that was entered.
    var shopID: Shop.ID? { get }
}

extension AdmittedContext {
    /// The id that stands in the path at `{name}`, decoded: `let order: Order.ID = try context.id("order")`.
    /// - Throws: ``PathRejection`` for broken escapes, ``IdentifierRejection`` for what cannot be an id.
    public func id<Entity>(_ name: String) throws -> Identifier<Entity> {
        try Identifier(try part(name), field: name)
    }

    /// The text that stands in the path at `{name}`, decoded.
    /// - Throws: ``PathRejection`` for broken escapes, and for escapes that are no UTF-8.
    public func part(_ name: String) throws(PathRejection) -> String {
        guard let part = app.parameters.get(name) else { throw PathRejection(field: name) }
        // Most parts are what they look like, and to decode them is what would take the longest.
        guard part.utf8.contains(UInt8(ascii: "%")) else { return part }
        guard let text = part.removingPercentEncoding else { throw PathRejection(field: name) }
        return text
    }
}

/// A part of the path whose escapes mean nothing.
public struct PathRejection: ListedRejection, Hashable {
    public static var examples: [Self] { [Self(field: exampleField)] }

    public let field: String?

    public var name: String { "pathMustBePercentEncoded" }
    public var sentence: String { "\(field ?? "The path") must be percent-encoded UTF-8." }
}
