import Foundation
import Storage

/// Where a request comes from, for limits per address: an IPv4 address, or the network of an IPv6 address.
///
/// `X-Forwarded-For` is a claim of whoever sends it, so it is believed only from proxies of our own, and of the
/// addresses in it only the last one that is not such a proxy: all before it the client may have made up.
/// - Parameter peer: The address at the other end of the connection.
func clientAddress(from peer: String, forwardedFor header: String?, trusting proxies: Set<String>) -> String {
    let (peer, proxies) = (canonical(peer) ?? peer, Set(proxies.map { canonical($0) ?? $0 }))
    guard proxies.contains(peer), let header else { return network(of: peer) }
    let addresses = header.split(separator: ",").map { canonical($0.filter { $0 != " " }) }
    // What is no address counts as the proxy that let it through.
    let last = addresses.last { address in address.map { !proxies.contains($0) } ?? true }
    return network(of: (last ?? nil) ?? peer)
}

/// Whether it is an address of IPv4 or IPv6.
func isAddress(_ text: String) -> Bool { canonical(text) != nil }

/// The one spelling of an address that may have others, and a port behind it; `nil` for what is none.
private func canonical(_ text: String) -> String? {
    let host = host(in: text)
    var (four, sixteen) = ([UInt8](repeating: 0, count: 4), [UInt8](repeating: 0, count: 16))
    if inet_pton(AF_INET, host, &four) == 1 { return dotted(four[...]) }
    guard inet_pton(AF_INET6, host, &sixteen) == 1 else { return nil }
    if sixteen.starts(with: ipv4InIPv6) { return dotted(sixteen[12...]) }
    let groups = stride(from: 0, to: 16, by: 2).map {
        String(UInt16(sixteen[$0]) << 8 | UInt16(sixteen[$0 + 1]), radix: 16)
    }
    return groups.joined(separator: ":")
}

/// `192.0.2.7` of `192.0.2.7:4711`, and `2001:db8::7` of `[2001:db8::7]:4711`.
private func host(in text: String) -> String {
    if text.hasPrefix("[") { return String(text.dropFirst().prefix { $0 != "]" }) }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    return parts.count == 2 ? String(parts[0]) : text
}

private func dotted(_ bytes: ArraySlice<UInt8>) -> String { bytes.map { String($0) }.joined(separator: ".") }

/// Whoever has one address of IPv6 has all 2⁶⁴ of its network, and may come from another one each time.
private func network(of address: String) -> String {
    var bytes = [UInt8](repeating: 0, count: 16)
    guard inet_pton(AF_INET6, address, &bytes) == 1 else { return address }
    return Hexadecimal.text(of: bytes[..<8]) + "/64"
}

/// What `::ffff:192.0.2.7` begins with: 80 bits of zeros, 16 of ones.
private let ipv4InIPv6 = [UInt8](repeating: 0, count: 10) + [0xFF, 0xFF]
