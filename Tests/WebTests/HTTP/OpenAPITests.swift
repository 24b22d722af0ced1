import ExactJSON
import Hummingbird
import Logging
import Testing

@testable import Web

struct OpenAPITests {
    @Test func `every route is described, and everything described is a route`() async throws {
        let server = try await TestServer()
        let document = try await server.call(.get, "/openapi.json").json
        let described = members(document["paths"]).flatMap { path in
            members(path.value).map { "\($0.key.uppercased()) \(path.key)" }
        }
        let routes = routesOfPrograms(of: server.web)
        #expect(described.sorted() == routes.sorted())
        #expect(routes.count > 15)
    }

    @Test func `the business API is described whole`() async throws {
        let server = try await TestServer()
        let web = try WebApplication(
            server.surroundings, settings: TestServer.settings,
            controllers: Routes.controllers(server.surroundings, version: "1"),
            version: "1", logger: Logger(label: "test"))
        let document = try JSONValue(parsing: web.openAPI.jsonBytes)
        let routes = routesOfPrograms(of: web)
        let described = members(document["paths"]).flatMap { path in
            members(path.value).map { "\($0.key.uppercased()) \(path.key)" }
        }
        #expect(described.sorted() == routes.sorted())
        try checkStructure(document)
    }

    @Test func `the description holds together`() async throws {
        try checkStructure(try await TestServer().call(.get, "/openapi.json").json)
    }

    @Test func `a schema is written as JSON Schema`() {
        let plain = #""pattern":"^[^\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f]*$""#
        let shop = Schema.named("Shop", .object([.required("id", .id)]))
        let written: [(Schema, String)] = [
            (.amount, #"{"type":["number","string"],"pattern":"^-?(0|[1-9][0-9]{0,14})(\\.[0-9]{1,4})?$"}"#),
            (.text(max: 9), #"{"type":"string","maxLength":9,\#(plain)}"#), (.any([]), "{}"),
            (.integer, #"{"type":"integer","format":"int64"}"#),
            (.choice(["a", "b"]), #"{"type":"string","enum":["a","b"]}"#),
            (.array(shop), ##"{"type":"array","items":{"$ref":"#/components/schemas/Shop"}}"##),
            (.nullable(.day), #"{"anyOf":[{"type":"string","format":"date"},{"type":"null"}]}"#),
            (.map(.boolean), #"{"type":"object","additionalProperties":{"type":"boolean"}}"#),
            (.described(.time, "When"), #"{"description":"When","type":"string","format":"date-time"}"#),
            (
                shop,
                #"{"type":"object","properties":{"id":{"type":"string","minLength":1,"maxLength":64,"#
                    + #""pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f]+$"}},"required":["id"]}"#
            ),
        ]
        for (schema, json) in written { #expect(schema.jsonText == json) }
    }

    @Test func `the documentation is a page without scripts that lists every call`() async throws {
        let server = try await TestServer()
        let page = try await server.call(.get, "/docs")
        #expect(page.headers[.contentType] == "text/html; charset=utf-8")
        #expect(page.headers[.contentSecurityPolicy]?.hasPrefix("default-src 'none'") == true)
        #expect(!page.text.contains("<script"))
        for endpoint in server.web.endpoints() where !endpoint.isPage {
            #expect(page.text.contains("<code>\(endpoint.path)</code>"))
        }
        #expect(try await server.call(.get, "/docs/problems").text.contains("429"))
        #expect(try await server.call(.get, "/docs.css").headers[.contentType] == "text/css; charset=utf-8")
    }

    /// All routes but those of pages, which the description passes over.
    private func routesOfPrograms(of web: WebApplication) -> [String] {
        let pages = Set(web.endpoints().filter(\.isPage).map { "\($0.method.rawValue) \($0.path)" })
        return web.router.routes.map { "\($0.method.rawValue) \($0.path)" }.filter { !pages.contains($0) }
    }

    /// What a reader of OpenAPI relies on: references lead somewhere, operations have names of their own, paths say
    /// what is in their braces, every operation has an answer.
    private func checkStructure(_ document: JSONValue) throws {
        #expect(document["openapi"] == .string("3.1.0"))
        for reference in references(in: document) {
            let place = reference.split(separator: "/").dropFirst().reduce(JSONValue?.some(document)) {
                $0?[String($1)]
            }
            #expect(place != nil, "\(reference)")
        }
        var names: Set<String> = []
        for path in members(document["paths"]) {
            for operation in members(path.value) {
                let name = operation.value["operationId"]?.description ?? ""
                #expect(names.insert(name).inserted, "\(name)")
                #expect(!members(operation.value["responses"]).isEmpty)
                guard case .array(let parameters)? = operation.value["parameters"] else { continue }
                let described = parameters.filter { $0["in"] == .string("path") }.map { $0["name"]?.description ?? "" }
                let braces = path.key.matches(of: /\{(\w+)\}/).map { "\"\($0.1)\"" }
                #expect(described == braces, "\(path.key)")
            }
        }
    }

    private func members(_ value: JSONValue?) -> [JSONObject.Member] {
        guard case .object(let object)? = value else { return [] }
        return object.members
    }

    private func references(in value: JSONValue) -> [String] {
        switch value {
        case .array(let elements): elements.flatMap(references)
        case .object(let object):
            object.members.flatMap { member in
                if member.key == "$ref", case .string(let reference) = member.value {
                    [reference]
                } else {
                    references(in: member.value)
                }
            }
        default: []
        }
    }
}
