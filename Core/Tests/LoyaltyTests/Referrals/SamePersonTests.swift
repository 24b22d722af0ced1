import Testing

@testable import Loyalty

@Suite struct SamePersonTests {
    @Test(arguments: [
        ("mia@example.org", "mia@example.org"), ("Mia.O+shop@Example.ORG", "miao@example.org"),
        (" m.i.a @example.org", "mia@example.org"), ("a@b@example.org", "a@b@example.org"),
        ("MIÁ@example.org", "miÁ@example.org"),
    ])
    func `all spellings of an address have one form`(email: String, key: String) {
        #expect(emailKey(email) == key)
    }

    @Test(arguments: ["", "mia", "@example.org", "mia@", "+tag@example.org", "...@example.org"])
    func `what is no address is like nothing else`(text: String) {
        #expect(emailKey(text) == nil)
        let (one, other) = (Customer(id: mia, name: "", email: text), Customer(id: juma, name: "", email: text))
        #expect(!one.isSamePerson(as: other))
    }

    @Test func `of a phone number the digits count`() {
        #expect(phoneKey("+254 (700) 123-456") == "254700123456")
        #expect(phoneKey("none") == nil)
    }

    @Test func `what is unknown of both makes nobody the same`() {
        let (one, other) = (Customer(id: mia, name: "Mia"), Customer(id: juma, name: "Mia"))
        #expect(!one.isSamePerson(as: other))
        #expect(one.isSamePerson(as: one))
    }

    @Test func `a code is read however it was typed`() {
        #expect(ReferralCode.read(typed: " 7kd3-m9qx ") == "7KD3M9QX")
        #expect(ReferralCode.read(typed: "oil0") == "0110")
    }
}
