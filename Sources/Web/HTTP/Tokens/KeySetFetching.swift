import AsyncHTTPClient
import Foundation
import Hummingbird
import NIOHTTP1

private let timeoutSeconds: Int64 = 5
private let documentByteCountMax = 1_048_576

extension KeySetSource {
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
