public import ExactJSON
import Hummingbird

/// The description of the API in the form of OpenAPI 3.1, made from the endpoints themselves.
public struct OpenAPIDocument: JSONWritable, Sendable {
    let endpoints: [Endpoint]
    let version: String

    /// - Parameter controllers: All that the server has, as ``WebApplication/endpoints`` gives them.
    init(_ endpoints: [Endpoint], version: String) {
        self.endpoints = endpoints.filter { !$0.isPage }
        self.version = version
    }

    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("openapi", "3.1.0")
            json.field("info") { json in
                json.field("title", "Tuzo")
                json.field("version", version)
                json.field("description", "A loyalty server for marketplaces with many shops.")
                json.field("license") { json in
                    json.field("name", "Apache 2.0")
                    json.field("identifier", "Apache-2.0")
                }
            }
            json.array("servers", ["/"]) { json, url in json.object { $0.field("url", url) } }
            json.array("tags", tags) { json, tag in json.object { $0.field("name", tag) } }
            json.field("paths", writePaths)
            json.field("components", writeComponents)
        }
    }

    /// Headings, in the order of their first endpoints.
    var tags: [String] {
        endpoints.map(\.tag).reduce(into: []) { tags, tag in if !tags.contains(tag) { tags.append(tag) } }
    }

    private func writePaths(_ json: inout JSONWriter) {
        let byPath = Dictionary(grouping: endpoints, by: \.path)
        for (path, endpoints) in byPath.sorted(by: { $0.key < $1.key }) {
            json.field(path) { json in
                for endpoint in endpoints {
                    json.field(endpoint.method.rawValue.lowercased()) { json in endpoint.describe(to: &json) }
                }
            }
        }
    }

    private func writeComponents(_ json: inout JSONWriter) {
        json.field("securitySchemes") { json in
            json.field("bearer") { json in
                json.field("type", "http")
                json.field("scheme", "bearer")
                json.field("description", "A token of a person, or an API key; both travel the same way.")
            }
        }
        json.field("responses") { json in
            for problem in ProblemShape.all { json.field(problem.name) { json in problem.describe(to: &json) } }
        }
        json.field("schemas") { json in
            var schemas = endpoints.flatMap(\.schemas).reduce(into: [:]) { $1.collectNames(into: &$0) }
            schemas["Problem"] = ProblemShape.schema
            for (name, schema) in schemas.sorted(by: { $0.key < $1.key }) {
                json.key(name)
                schema.write(to: &json)
            }
        }
    }
}
