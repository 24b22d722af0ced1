import Crypto
import Foundation
import Hummingbird

/// One request with an `Idempotency-Key`, in the forms that the database may see.
///
/// Answers can hold what is shown only once, such as the secret of an API key, so they are kept encrypted. The key for
/// that is made of the request: who repeats it can open the answer, and who has only the database cannot.
struct KeyedCall: Sendable {
    let placeHash: [UInt8]
    let requestHash: [UInt8]
    private let sealKey: SymmetricKey

    init(_ key: IdempotencyKey, _ request: Request, _ body: ByteBuffer) {
        let call = Data("\(request.method.rawValue) \(request.uri.string)\n".utf8) + Data(body.readableBytesView)
        placeHash = Array(SHA256.hash(data: Data("place \(key.text)".utf8)))
        requestHash = Array(SHA256.hash(data: call))
        sealKey = SymmetricKey(data: SHA256.hash(data: Data("seal \(key.text)\n".utf8) + call))
    }

    func seal(_ answer: [UInt8]) throws -> [UInt8] {
        Array(try AES.GCM.seal(answer, using: sealKey).combined ?? Data())
    }

    func open(_ sealed: [UInt8]) throws -> [UInt8] {
        Array(try AES.GCM.open(AES.GCM.SealedBox(combined: sealed), using: sealKey))
    }
}
