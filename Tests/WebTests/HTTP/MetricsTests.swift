import Hummingbird
import Loyalty
import Operations
import Storage
import Testing

@testable import Web

struct MetricsTests {
    @Test func `numbers are written as Prometheus reads them`() {
        let meter = Meter()
        meter.counter("tuzo_orders_recorded_total", "Orders recorded").add(2)
        meter.counter("tuzo_orders_recorded_total", "Orders recorded").add(1)
        meter.counter("tuzo_points_issued_total", "Points issued", ["kind": "a\"b\\c\nd"]).add(84)
        meter.gauge("tuzo_waiting", "Waiting") { Decimal(mantissa: 15, places: 1) }
        let histogram = meter.histogram("tuzo_wait_seconds", "Wait", ["route": "/a"])
        for duration in [Duration.microseconds(500), .milliseconds(3), .seconds(60)] { histogram.record(duration) }
        let lines = meter.text.split(separator: "\n")
        for line in [
            "# HELP tuzo_orders_recorded_total Orders recorded", "# TYPE tuzo_orders_recorded_total counter",
            "tuzo_orders_recorded_total 3", #"tuzo_points_issued_total{kind="a\"b\\c\nd"} 84"#, "tuzo_waiting 1.5",
            "# TYPE tuzo_wait_seconds histogram", #"tuzo_wait_seconds_bucket{route="/a",le="0.0005"} 1"#,
            #"tuzo_wait_seconds_bucket{route="/a",le="0.0025"} 1"#,
            #"tuzo_wait_seconds_bucket{route="/a",le="0.005"} 2"#,
            #"tuzo_wait_seconds_bucket{route="/a",le="10"} 2"#, #"tuzo_wait_seconds_bucket{route="/a",le="+Inf"} 3"#,
            #"tuzo_wait_seconds_sum{route="/a"} 60.0035"#, #"tuzo_wait_seconds_count{route="/a"} 3"#,
        ] {
            #expect(lines.contains { $0 == line }, "\(line)")
        }
    }

    @Test func `requests are counted by route and never by path`() async throws {
        let server = try await TestServer()
        _ = try await server.call(.get, "/api/shops/bakery/probe/owner", try server.token(for: "amina"))
        _ = try await server.call(.get, "/api/shops/butcher/probe/owner", try server.token(for: "amina"))
        _ = try await server.call(.get, "/secret-path")
        let text = try await server.call(.get, "/metrics").text
        let route = #"method="GET",route="/api/shops/{shop}/probe/owner""#
        #expect(text.contains("tuzo_http_requests_total{\(route),status=\"2xx\"} 1\n"))
        #expect(text.contains("tuzo_http_requests_total{\(route),status=\"4xx\"} 1\n"))
        #expect(text.contains(#"tuzo_http_requests_total{method="GET",route="NotFound",status="4xx"} 1"#))
        #expect(!text.contains("bakery") && !text.contains("secret-path"))
        #expect(text.contains(#"tuzo_build_info{version="1.2.3"} 1"#))
        #expect(text.contains("process_start_time_seconds 1793620800\n"))
    }

    @Test func `health is told without credentials`() async throws {
        let server = try await TestServer()
        for path in ["/healthz", "/readyz", "/healthz/"] {
            #expect(try await server.call(.get, path).text == #"{"status":"ok"}"#)
        }
        #expect(try await server.call(.get, "/metrics").text.contains("\ntuzo_ready 1\n"))
        await server.surroundings.database.close()
        #expect(try await server.call(.get, "/metrics").text.contains("\ntuzo_ready 0\n"))
    }

    @Test func `settings that cannot be are all named at once`() {
        var settings = WebSettings()
        #expect(settings.faults.isEmpty)
        settings.port = 70_000
        settings.platformKey = "short"
        settings.tokens = TokenSettings(secret: "short", keySet: .url("ftp://keys"))
        #expect(settings.faults.count == 5)
    }

    @Test(arguments: [
        ("127.0.0.1", true), ("2001:db8::1", true), ("10.0.0.0/8", false), ("proxy.local", false), ("*", false),
    ])
    func `a proxy that could never be one is refused`(proxy: String, isGood: Bool) {
        #expect(WebSettings(trustedProxies: [proxy]).faults.isEmpty == isGood)
    }

    @Test(arguments: [
        ("https://shop.example", true), ("http://localhost:3000", true), ("https://shop.example/", false),
        ("shop.example", false), ("*", false), ("https://", false),
    ])
    func `an origin that no browser sends is refused`(origin: String, isGood: Bool) {
        #expect(WebSettings(allowedOrigins: [origin]).faults.isEmpty == isGood)
    }
}
