import Loyalty
import Testing

@testable import Operations

struct CodeVaultTests {
    @Test func `the hash of a code cannot be made without the installation's key`() {
        let code = RedemptionCode(random: 7)
        let (ours, theirs) = (CodeVault(key: [UInt8](repeating: 1, count: 32)), CodeVault(key: [2, 3]))
        #expect(ours.hash(of: code) == CodeVault(key: [UInt8](repeating: 1, count: 32)).hash(of: code))
        #expect(ours.hash(of: code) != theirs.hash(of: code))
    }
}
