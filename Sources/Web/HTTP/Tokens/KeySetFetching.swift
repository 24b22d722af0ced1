import AsyncHTTPClient
import Foundation
import Hummingbird
import Logging
import Loyalty
import NIOHTTP1

private let timeoutSeconds: Int64 = 5
private let documentByteCountMax = 1_048_576

extension KeySet {
    init(from source: KeySetSource, now: @escaping @Sendable () -> Instant, logger: Logger, _ meter: Meter) {
        self.init(
            { try await source.fetch() }, now: now, logger: logger,
            failures: meter.counter(
                "tuzo_key_set_failures_total", "Times that the platform's public keys could not be fetched"))
    }
}

extension KeySetSource {
    /// Why no keys can come from a file or a document, or `nil`; an address is not asked.
    public func fault() async -> String? {
        if case .url = self { return nil }
        do {
            _ = try await PublicKey.all(in: fetch())
            return nil
        } catch is any Rejection {
            return "this is no set of keys"
        } catch KeySetFault.setMustHoldAKey {
            return "this holds no key for RS256 or ES256"
        } catch {
            return "this file cannot be read"
        }
    }

    /// Gets the document.
    func fetch() async throws -> [UInt8] {
        switch self {
        case .document(let text): return Array(text.utf8)
        case .file(let path): return Array(try Data(contentsOf: URL(fileURLWithPath: path)))
        case .url(let url):
            let response = try await HTTPClient.shared.execute(
                HTTPClientRequest(url: url), timeout: .seconds(timeoutSeconds))
            guard response.status.code == 200 else {
                throw KeySetFault.setMustBeAnswered(status: Int(response.status.code))
            }
            return Array(buffer: try await response.body.collect(upTo: documentByteCountMax))
        }
    }
}
