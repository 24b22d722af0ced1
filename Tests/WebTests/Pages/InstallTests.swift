import ExactJSON
import HTTPTypes
import HummingbirdTesting
import Loyalty
import Testing

@testable import Web

struct InstallTests {
    @Test func `the pages can be installed: there is a manifest whose icons are there`() async throws {
        try await ClientTown().visit { visit in
            let browser = PageVisit(visit.client)
            let answer = try await browser.get("/manifest.webmanifest")
            #expect(answer.headers[.contentType] == "application/manifest+json")
            let manifest = try JSONValue(parsing: answer.html)
            #expect(manifest["start_url"] == "/loyalty")
            guard case .array(let icons)? = manifest["icons"] else { throw JSONRejectionMissing() }
            #expect(icons.count == 3)
            for icon in icons {
                guard case .string(let path)? = icon["src"], case .string(let type)? = icon["type"] else { continue }
                let file = try await visit.client.execute(uri: path, method: .get) { $0 }
                #expect(file.status == .ok)
                #expect(file.headers[.contentType] == type)
            }
            #expect(try await visit.browser(of: "mia").get("/loyalty").html.contains("href=\"/manifest.webmanifest\""))
        }
    }

    @Test func `what works without a connection may ask this server alone, and is asked for again each time`()
        async throws
    {
        try await ClientTown().visit { visit in
            let worker = try await PageVisit(visit.client).get("/sw.js")
            #expect(worker.headers[.contentType] == "text/javascript; charset=utf-8")
            #expect(worker.headers[.cacheControl] == "no-cache")
            #expect(worker.headers[.contentSecurityPolicy]?.contains("connect-src 'self'") == true)
        }
    }

    @Test func `the page for want of a connection tells nothing of who is signed in`() async throws {
        try await ClientTown().visit { visit in
            _ = try await visit.openCounter()
            let page = try await visit.browser(of: "mia", reading: "sw").get("/offline")
            #expect(page.html.contains("Hakuna mtandao"))
            #expect(!page.html.contains("Mia") && page.hidden("form_token") == nil)
        }
    }

    @Test func `a QR code has its three corners, a border of four, and nothing beyond it`() throws {
        let code = try #require(QRCode("tuzo:member:1PJ20E86"))
        #expect(code.size == 25 + 8)
        let far = code.size - 4 - 7
        for corner in ["M4 4h7", "M\(far) 4h7", "M4 10h7", "M\(far) 10h7", "M4 \(far)h7", "M4 \(far + 6)h7"] {
            #expect(code.path.contains("\(corner)v1h-7z"), "\(corner)")
        }
        for run in code.path.matches(of: /M(\d+) (\d+)h(\d+)v1h-\d+z/) {
            let (x, y, width) = (Int(run.output.1) ?? 0, Int(run.output.2) ?? 0, Int(run.output.3) ?? 0)
            #expect(x >= 4 && y >= 4 && x + width <= code.size - 4 && y < code.size - 4)
        }
        #expect(QRCode(String(repeating: "x", count: 3_000)) == nil)
    }
}

private struct JSONRejectionMissing: Error {}
