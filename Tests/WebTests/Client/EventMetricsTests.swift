import ExactJSON
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Testing

struct EventMetricsTests {
    @Test func `what happens in shops is counted, with the points that it moves`() async throws {
        try await ClientTown().visit { visit in
            let bakery: JSONValue = [
                "name": "Amina's Bakery", "owner_id": "amina", "currency": "KES", "time_zone": "Africa/Nairobi",
            ]
            _ = try await visit.ask(.put, "/api/shops/bakery", as: "platform", bakery, gives: 201)
            _ = try await visit.ask(.put, "/api/shops/bakery/program", as: "amina", [:], gives: 201)
            _ = try await visit.ask(.put, "/api/shops/bakery/program", as: "amina", [:])
            let order: JSONValue = ["customer": ["id": "mia"], "status": "delivered", "total": 50]
            _ = try await visit.ask(.put, "/api/shops/bakery/orders/A-1", as: "platform", order, gives: 201)
            _ = try await visit.ask(.put, "/api/shops/bakery/orders/A-1", as: "platform", order)
            let refund: JSONValue = [
                "customer": ["id": "mia"], "status": "delivered", "total": 50, "refunded_amount": 20,
            ]
            _ = try await visit.ask(.put, "/api/shops/bakery/orders/A-1", as: "platform", refund)
            let text = try await visit.client.execute(uri: "/metrics", method: .get) { response in
                String(decoding: response.body.readableBytesView, as: UTF8.self)
            }
            #expect(text.contains("\ntuzo_events_total{kind=\"points_changed\"} 2\n"))
            #expect(text.contains("\ntuzo_events_total{kind=\"program_saved\"} 1\n"))
            #expect(text.contains("\ntuzo_points_credited_total 50\n"))
            #expect(text.contains("\ntuzo_points_debited_total 20\n"))
        }
    }
}
