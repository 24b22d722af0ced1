public import Hummingbird
public import Loyalty
import Synchronization

/// What is known of a request before anybody was asked who they are.
public struct AppContext: RequestContext, AdmittedContext {
    public var coreContext: CoreRequestContextStorage
    /// The IP address that the connection comes from; a proxy's, where one stands in front.
    let peerAddress: String
    /// Filled in further inside, and read by the access log.
    let notes = RequestNotes()

    public init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        peerAddress = source.channel.remoteAddress?.ipAddress ?? "unknown"
    }

    public var app: AppContext { self }
    public var principal: String? { nil }
    public var shopID: Shop.ID? { nil }
}

/// What one part of the server learns about a request for another part that sees it earlier.
final class RequestNotes: Sendable {
    private let kind = Mutex("nobody")

    /// What kind of caller it is: `nobody`, `person`, `platform` or `key`; never who.
    var callerKind: String { kind.withLock { $0 } }

    func note(_ caller: Caller) {
        let text =
            switch caller {
            case .person: "person"
            case .key(let key): key.shopID == nil ? "platform" : "key"
            }
        kind.withLock { $0 = text }
    }
}
