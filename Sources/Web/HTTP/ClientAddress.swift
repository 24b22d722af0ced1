/// Where a request comes from, for limits per address.
///
/// `X-Forwarded-For` is a claim of whoever sends it, so it is believed only from proxies of our own, and of the
/// addresses in it only the last one that is not such a proxy: all before it the client may have made up.
/// - Parameter peer: The address at the other end of the connection.
func clientAddress(from peer: String, forwardedFor header: String?, trusting proxies: Set<String>) -> String {
    guard proxies.contains(peer), let header else { return peer }
    let addresses = header.split(separator: ",").map { String($0.filter { $0 != " " }) }
    return addresses.last { !proxies.contains($0) } ?? peer
}
