import Foundation
import Storage

/// Where a request comes from, for limits per address: an IPv4 address, or the network of an IPv6 address.
///
/// `X-Forwarded-For` is a claim of whoever sends it, so it is believed only from proxies of our own, and of the
/// addresses in it only the last one that is not such a proxy: all before it the client may have made up.
/// - Parameter peer: The address at the other end of the connection.
func clientAddress(from peer: String, forwardedFor header: String?, trusting proxies: Set<String>) -> String {
    guard proxies.contains(peer), let header else { return network(of: peer) }
    let addresses = header.split(separator: ",").map { String($0.filter { $0 != " " }) }
    return network(of: addresses.last { !proxies.contains($0) } ?? peer)
}

/// Whoever has one address of IPv6 has all 2⁶⁴ of its network, and may come from another one each time.
private func network(of address: String) -> String {
    var bytes = [UInt8](repeating: 0, count: 16)
    guard inet_pton(AF_INET6, address, &bytes) == 1 else { return address }
    guard !bytes.starts(with: ipv4InIPv6) else { return bytes[12...].map { String($0) }.joined(separator: ".") }
    return Hexadecimal.text(of: bytes[..<8]) + "/64"
}

/// What `::ffff:192.0.2.7` begins with: 80 bits of zeros, 16 of ones.
private let ipv4InIPv6 = [UInt8](repeating: 0, count: 10) + [0xFF, 0xFF]
