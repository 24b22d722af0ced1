public import ExactJSON
public import Hummingbird

/// The answers that handlers give.
extension Response {
    /// A JSON document.
    public static func json(_ document: some JSONWritable, status: HTTPResponse.Status = .ok) -> Response {
        json(bytes: document.jsonBytes, status: status)
    }

    /// A JSON object, written member by member.
    public static func object(
        status: HTTPResponse.Status = .ok, _ members: (inout JSONWriter) throws -> Void
    ) rethrows -> Response {
        var json = JSONWriter()
        try json.object(members)
        return .json(bytes: json.bytes, status: status)
    }

    /// A list in pages: `{"items": […], "next_cursor": …}`.
    /// - Parameters:
    ///   - nextCursor: What the caller sends as `cursor` to go on; `nil` on the last page.
    ///   - item: Writes one element.
    public static func page<Item>(
        _ items: [Item], nextCursor: String?, _ item: (inout JSONWriter, Item) throws -> Void
    ) rethrows -> Response {
        try object { json in
            try json.array("items", items, item)
            json.field("next_cursor", nextCursor)
        }
    }

    /// Done, and nothing to say.
    public static var noContent: Response { Response(status: .noContent) }

    static func json(bytes: [UInt8], status: HTTPResponse.Status, type: String = "application/json") -> Response {
        Response(
            status: status, headers: [.contentType: type, .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
