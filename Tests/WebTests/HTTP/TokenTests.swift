import Hummingbird
import ExactJSON
import HTTPTypes
import Loyalty
import Testing

@testable import Web

struct TokenTests {
    @Test func `every hostile token is refused, and none is told why`() async throws {
        let forge = try TokenForge()
        let server = try await server(taking: forge)
        let hostile = try await HostileTokens(forge: forge, now: server.clock.now.milliseconds / 1_000).all()
        #expect(hostile.count >= 100)
        #expect(Set(hostile.map(\.token)).count == hostile.count, "each fault is its own")
        let refusal = try await server.call(.get, "/probe/caller", "no token").anonymous
        for (fault, token) in hostile {
            let answer = try await server.call(.get, "/probe/caller", token)
            #expect(answer.status == 401, "\(fault)")
            #expect(answer.anonymous == refusal, "\(fault)")
            #expect(answer.headers[.wwwAuthenticate] == "Bearer error=\"invalid_token\"", "\(fault)")
        }
    }

    @Test func `tokens of the platform say who is calling`() async throws {
        let forge = try TokenForge()
        let server = try await server(taking: forge)
        let now = server.clock.now.milliseconds / 1_000
        let claims = #""token_type":"access","exp":\#(now + 1)"#
        let tokens = [
            ("person:mia", forge.shared(#"{\#(claims),"user_id":"mia"}"#)),
            ("person:42", forge.shared(#"{\#(claims),"user_id":42,"iat":\#(now),"jti":"x","nbf":\#(now)}"#)),
            ("person:42", forge.shared(#"{\#(claims),"user_id":"42"}"#, header: #"{"alg":"HS256","kid":"any"}"#)),
            (
                "person:mia",
                forge.shared(#"{"token_type":"access","exp":\#(now + 1).5,"user_id":"mia","iat":\#(now + 20)}"#)
            ),
            ("person:mia", try await forge.rs256(#"{\#(claims),"user_id":"mia"}"#)),
            ("person:mia", try await forge.es256(#"{\#(claims),"user_id":"mia"}"#)),
            ("person:mia", try await forge.es256(#"{\#(claims),"user_id":"mia"}"#, header: #"{"alg":"ES256"}"#)),
        ]
        for (who, token) in tokens {
            #expect(try await server.call(.get, "/probe/caller", token).member("caller") == who)
        }
    }

    @Test func `a token ends with its second`() async throws {
        let server = try await TestServer()
        let token = try server.token(for: "mia")
        server.clock.advance(seconds: 3_599)
        #expect(try await server.call(.get, "/probe/person", token).status == 200)
        server.clock.advance(seconds: 1)
        #expect(try await server.call(.get, "/probe/person", token).status == 401)
    }

    @Test func `the word Bearer is spelled in any case, and other words are no credentials`() async throws {
        let server = try await TestServer()
        let token = try server.token(for: "mia")
        for (header, status) in [
            ("bearer \(token)", 200), ("BEARER   \(token)", 200), ("Basic \(token)", 401), (token, 401),
            ("Bearer", 401),
            ("Bearer \(token), Bearer \(token)", 401), ("Token \(token)", 401), ("", 401),
        ] {
            let answer = try await server.call(.get, "/probe/person", headers: ["Authorization": header])
            #expect(answer.status == status, "\(header)")
        }
    }

    @Test func `without a secret and a key set no token is taken`() async throws {
        let server = try await TestServer(WebSettings(platformKey: TestServer.platformKey))
        let forge = try TokenForge()
        let claims = #"{"token_type":"access","exp":\#(server.clock.now.milliseconds / 1_000 + 600),"user_id":"mia"}"#
        for token in [forge.shared(claims), forge.shared(claims, secret: ""), try await forge.rs256(claims)] {
            #expect(try await server.call(.get, "/probe/caller", token).status == 401)
        }
        #expect(try await server.call(.get, "/probe/caller", TestServer.platformKey).status == 200)
    }

    @Test(arguments: [
        (#""iss":"onesoko","aud":"tuzo""#, 200), (#""iss":"onesoko","aud":["shop","tuzo"]"#, 200),
        (#""iss":"other","aud":"tuzo""#, 401), (#""aud":"tuzo""#, 401), (#""iss":["onesoko"],"aud":"tuzo""#, 401),
        (#""iss":"onesoko""#, 401), (#""iss":"onesoko","aud":"shop""#, 401), (#""iss":"onesoko","aud":["shop"]"#, 401),
        (#""iss":"onesoko","aud":[]"#, 401), (#""iss":"onesoko","aud":null"#, 401),
    ])
    func `an issuer and an audience that are configured must be right`(claims: String, status: Int) async throws {
        let tokens = TokenSettings(secret: TestServer.secret, issuer: "onesoko", audience: "tuzo")
        let server = try await TestServer(WebSettings(tokens: tokens))
        let end = server.clock.now.milliseconds / 1_000 + 600
        let token = try TokenForge().shared(#"{"token_type":"access","exp":\#(end),"user_id":"mia",\#(claims)}"#)
        #expect(try await server.call(.get, "/probe/caller", token).status == status)
        let own = try #require(TokenIssuer(tokens, in: server.surroundings)).accessToken(
            for: Identifier(trusted: "mia"))
        #expect(try await server.call(.get, "/probe/caller", own).status == 200, "Tuzo takes its own tokens")
    }

    private func server(taking forge: TokenForge) async throws -> TestServer {
        var settings = TestServer.settings
        settings.tokens.keySet = .document(try forge.keySet)
        return try await TestServer(settings)
    }
}
