import ExactJSON
import Hummingbird

/// What makes a telephone take the pages for an app: a description of it, what runs without a connection, and the page
/// that is shown where nothing was kept.
struct InstallController: Controller {
    let desk: CustomerDesk

    var endpoints: [Endpoint] {
        [
            Endpoint(page: "/manifest.webmanifest", "The pages as an app", access: .open, describe),
            Endpoint(page: "/sw.js", "What runs without a connection", access: .open, work),
            Endpoint(page: "/offline", "A page for want of a connection", access: .guest, show),
        ]
    }

    @Sendable private func describe(_ request: Request, _ context: AppContext) async throws -> Response {
        func icon(_ name: String, _ sizes: String, _ type: String) -> JSONValue {
            [
                "src": .string(desk.room.shelf.path(of: name) ?? ""), "sizes": .string(sizes), "type": .string(type),
                "purpose": name.hasSuffix("png") ? "any maskable" : "any",
            ]
        }
        let manifest: JSONValue = [
            "id": "/loyalty", "name": "Tuzo", "short_name": "Tuzo", "start_url": "/loyalty", "scope": "/",
            "display": "standalone", "background_color": "#faf8f5", "theme_color": "#0f5e56",
            "icons": [
                icon("icon.svg", "any", "image/svg+xml"), icon("icon-192.png", "192x192", "image/png"),
                icon("icon-512.png", "512x512", "image/png"),
            ],
        ]
        return fresh(.file(manifest.jsonText, type: "application/manifest+json", policy: .own))
    }

    @Sendable private func work(_ request: Request, _ context: AppContext) async throws -> Response {
        let script = String(decoding: PackageResources.sw_js, as: UTF8.self)
        return fresh(.file(script, type: "text/javascript; charset=utf-8", policy: .own))
    }

    @Sendable private func show(_ request: Request, _ context: GuestContext) async throws -> Response {
        let words = desk.room.wording(for: context.visitor).words
        // Nothing of the visitor is on it, because it outlasts the session.
        let nobody = Visitor.stranger(reading: context.visitor.language)
        return desk.room.answer(OfflinePage(frame: Frame(words("offline.title"), for: nobody)), for: nobody)
    }

    /// Asked for again each time: both name files that change.
    private func fresh(_ response: Response) -> Response {
        var response = response
        response.headers[.cacheControl] = "no-cache"
        return response
    }
}

/// What is shown of a page that cannot be had now.
struct OfflinePage: Screen {
    static let template = "offline"

    let frame: Frame
}
