import Hummingbird

/// Where a request comes from, for limits per address.
///
/// `X-Forwarded-For` is a claim of whoever sends it, so it is believed only from proxies of our own, and of the addresses
/// in it only the last one that is not such a proxy: all before it the client may have made up.
func clientAddress(of request: Request, _ context: AppContext, trusting proxies: Set<String>) -> String {
    guard proxies.contains(context.peerAddress), let forwarded = request.headers[.forwardedFor] else {
        return context.peerAddress
    }
    let addresses = forwarded.split(separator: ",").map { String($0.filter { $0 != " " }) }
    return addresses.last { !proxies.contains($0) } ?? context.peerAddress
}
