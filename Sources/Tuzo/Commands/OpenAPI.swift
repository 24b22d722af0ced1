import ArgumentParser
import ExactJSON
import Operations
import Web

/// `tuzo openapi`
struct OpenAPI: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "openapi", abstract: "Print the description of the API (OpenAPI 3.1).",
        discussion: "It is what the server answers at /openapi.json, made of the same routes.")

    func run() throws {
        let surroundings = Surroundings(database: NoDatabase(), codeKey: [])
        let web = try WebApplication(wiring: surroundings, WebSettings())
        var json = JSONWriter()
        json.value(web.openAPI)
        Console.say(String(decoding: json.bytes, as: UTF8.self))
    }
}
