import Hummingbird
import Operations

extension Response {
    /// A file of CSV to be kept, written page by page.
    static func csv<Place>(named name: String, _ pages: CSVPages<Place>) -> Response {
        Response(
            status: .ok,
            headers: [
                .contentType: "text/csv; charset=utf-8", .cacheControl: "no-store",
                .contentDisposition: "attachment; filename=\"\(name)\"",
            ],
            body: ResponseBody { writer in
                var pages = pages
                while let page = try await pages.next() { try await writer.write(ByteBuffer(string: page)) }
                try await writer.finish(nil)
            })
    }
}
