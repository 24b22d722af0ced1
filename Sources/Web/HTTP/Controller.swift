/// A few endpoints that belong together, with what serves them.
public protocol Controller: Sendable {
    var endpoints: [Endpoint] { get }
}
