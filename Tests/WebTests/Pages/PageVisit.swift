import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

/// A browser at the door of a server: it keeps cookies, follows no redirect by itself, and sends forms.
final class PageVisit {
    let client: any TestClientProtocol
    private(set) var cookies: [String: String] = [:]
    private(set) var attributes: [String: String] = [:]

    init(_ client: any TestClientProtocol) { self.client = client }

    /// What came back: the page as text.
    struct Page {
        let status: Int
        let headers: HTTPFields
        let html: String

        var location: String? { headers[.location] }

        /// The value of a hidden field.
        func hidden(_ name: String) -> String? {
            let match = html.firstMatch(of: try! Regex("name=\"\(name)\" value=\"([^\"]*)\""))
            return match?.output[1].substring.map { value in
                String(value).replacing("&quot;", with: "\"").replacing("&amp;", with: "&")
            }
        }
    }

    func get(_ path: String, _ headers: [String: String] = [:]) async throws -> Page {
        try await send(.get, path, headers, nil)
    }

    /// Sends a form as a browser does.
    /// - Parameter token: The token of the page that the form stands in.
    func post(
        _ path: String, _ fields: [String: String], token: String?, _ headers: [String: String] = [:]
    ) async throws -> Page {
        var fields = fields
        fields["form_token"] = token
        let body = fields.sorted { $0.key < $1.key }.map { "\($0.key)=\(encoded($0.value))" }.joined(separator: "&")
        return try await send(
            .post, path, ["Content-Type": "application/x-www-form-urlencoded"].merging(headers) { $1 }, body)
    }

    /// Signs in with a name and a password, over the page.
    func signIn(_ name: String, _ password: String, next: String = "/loyalty") async throws -> Page {
        let page = try await get("/login?next=\(encoded(next))")
        return try await post(
            "/login", ["username": name, "password": password, "next": page.hidden("next") ?? ""],
            token: page.hidden("form_token"))
    }

    func forget(_ cookie: String) { cookies[cookie] = nil }

    func set(_ cookie: String, to value: String) { cookies[cookie] = value }

    private func send(
        _ method: HTTPRequest.Method, _ path: String, _ named: [String: String], _ body: String?
    ) async throws -> Page {
        var headers: HTTPFields = [.accept: "text/html,*/*"]
        if !cookies.isEmpty { headers[.cookie] = cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; ") }
        for (name, value) in named { headers[try #require(HTTPField.Name(name))] = value }
        let page = try await client.execute(
            uri: path, method: method, headers: headers, body: body.map { ByteBuffer(string: $0) }
        ) { response in
            Page(status: Int(response.status.code), headers: response.headers, html: String(buffer: response.body))
        }
        for header in page.headers[values: .setCookie] { keep(header) }
        return page
    }

    private func keep(_ header: String) {
        let parts = header.split(separator: ";", maxSplits: 1)
        let pair = parts[0].split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        cookies[String(pair[0])] = pair[1].isEmpty ? nil : String(pair[1])
        attributes[String(pair[0])] = parts.count == 2 ? String(parts[1]) : ""
    }

    private func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }
}
