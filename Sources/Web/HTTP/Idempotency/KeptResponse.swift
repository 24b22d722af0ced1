import Hummingbird
import Storage

/// A response in a form that can be kept: a line with its status, the headers that matter, an empty line, and its body.
struct KeptResponse {
    private let status: HTTPResponse.Status
    private var headers = HTTPFields()
    private let body: [UInt8]

    /// Reads the body of a response, and gives the response a copy of it.
    init(reading response: inout Response) async throws {
        body = try await response.body.collected()
        response.body = ResponseBody(byteBuffer: ByteBuffer(bytes: body))
        status = response.status
        // A page must be as safe the second time as it was the first.
        for name in [HeaderName.contentType, .location, .cacheControl, .contentSecurityPolicy] {
            headers[name] = response.headers[name]
        }
        for header in [CustomHeader.referrerPolicy, .openerPolicy, .permissionsPolicy] {
            headers[header] = response.headers[header]
        }
    }

    /// - Throws: ``StorageFailure/corrupt(_:)`` for bytes that this type did not write.
    init(_ bytes: [UInt8]) throws {
        guard let end = bytes.indices.first(where: { bytes[$0...].starts(with: [lineFeed, lineFeed]) }) else {
            throw unreadable
        }
        let lines = String(decoding: bytes[..<end], as: UTF8.self).split(separator: "\n")
        guard let code = lines.first.flatMap({ Int($0) }) else { throw unreadable }
        status = HTTPResponse.Status(code: code)
        body = Array(bytes[(end + 2)...])
        for line in lines.dropFirst() {
            let parts = line.split(separator: ":", maxSplits: 1)
            guard parts.count == 2, let name = HeaderName(String(parts[0])) else { throw unreadable }
            headers[name] = String(parts[1])
        }
    }

    var bytes: [UInt8] {
        let head = headers.map { "\n\($0.name.canonicalName):\($0.value)" }.joined()
        return Array("\(status.code)\(head)\n\n".utf8) + body
    }

    var response: Response {
        var headers = headers
        headers[.idempotencyReplayed] = "true"
        return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: body)))
    }
}

private let lineFeed = UInt8(ascii: "\n")
private let unreadable = StorageFailure.corrupt("kept answer")
