import Loyalty
import Testing

@Suite struct SealTests {
    private static let hash = [UInt8]("0123456789abcdef0123456789abcdef".utf8)

    @Test func `the canonical bytes of a seal, spelled out`() {
        let spelled =
            "6:bakery,1:3,10:2026-11-02,13:1793653200000,1:2,2:15,3:470,32:0123456789abcdef0123456789abcdef,"
        #expect(String(decoding: seal(3, -2).canonicalBytes, as: UTF8.self) == spelled.replacing("3:470", with: "2:-2"))
        #expect(String(decoding: seal(3, 470).canonicalBytes, as: UTF8.self) == spelled)
    }

    @Test func `the canonical bytes of a sealed member, spelled out`() {
        var fields = Netstrings()
        let member = SealedMember(customerID: mia, sequence: 9, balance: Points(390), hash: Self.hash)
        member.write(to: &fields)
        #expect(String(decoding: fields.bytes, as: UTF8.self) == "3:mia,1:9,32:0123456789abcdef0123456789abcdef,")
    }

    @Test func `seals are numbered without gaps, chained, and cover more and more`() {
        #expect(findings([seal(1), seal(2), seal(3)]) == [])
        #expect(findings([seal(2), seal(3)]) == ["shop bakery, seal 1: is missing"])
        #expect(findings([seal(1), seal(3)]) == ["shop bakery, seal 2: is missing"])
        #expect(findings([seal(1), seal(2)], forging: 2) == ["shop bakery, seal 2: hash does not fit its content"])
        let backwards = Seal(
            shopID: bakery.id, number: 2, day: openingDay, coversBefore: noon(on: openingDay - 9),
            contents: seal(1).contents)
        #expect(
            findings([seal(1), backwards]) == ["shop bakery, seal 2: covers no more than the seal before it"])
    }

    @Test func `the newest seal is held against the entries`() {
        var seals = AuditedSeals(in: bakery.id)
        seals.add(seal(1), [1]) { _, _ in [1] }
        let found = SealedContents(memberCount: 1, entryCount: 15, balance: Points(470), membersHash: Self.hash)
        #expect(seals.compare(with: seal(1).contents).all == [])
        #expect(
            seals.compare(with: found).all.map(\.description) == ["shop bakery, seal 1: member_count is 2, not 1"])
    }

    private func seal(_ number: Int64, _ balance: Int64 = 470) -> Seal {
        let end = Instant(milliseconds: 1_793_653_200_000 + (number - 3) * 86_400_000)
        return Seal(
            shopID: bakery.id, number: number, day: openingDay + Int(number - 3), coversBefore: end,
            contents: SealedContents(
                memberCount: 2, entryCount: 15, balance: Points(balance), membersHash: Self.hash))
    }

    /// Chains seals by a hash that tells the number only, so that one can be forged.
    private func findings(_ seals: [Seal], forging forged: Int64 = 0) -> [String] {
        var audited = AuditedSeals(in: bakery.id)
        for seal in seals {
            let hash = [UInt8(seal.number)]
            audited.add(seal, seal.number == forged ? [0] : hash) { _, _ in hash }
        }
        return audited.findings.all.map(\.description)
    }
}
