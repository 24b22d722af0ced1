import Testing

@testable import Loyalty

@Suite struct AdmissionTests {
    private let otieno: Customer.ID = Identifier(trusted: "otieno")

    private func key(of shop: Shop?, _ scopes: Set<APIKey.Scope>) -> APIKey {
        APIKey(id: Identifier(trusted: "key"), name: "till", shopID: shop?.id, scopes: scopes)
    }

    private func admit(_ caller: Caller, isStaff: Bool = false, by rights: Set<Right>) -> Result<Role, AccessRejection>
    {
        do { return .success(try decideAdmission(of: caller, to: bakery, isStaff: isStaff, by: rights)) } catch {
            return .failure(error)
        }
    }

    @Test func `people come in as the shop's records have them, strongest first`() {
        let all: Set<Right> = [.owner, .staff, .member]
        #expect(admit(.person(amina), by: all) == .success(.owner(amina)))
        #expect(admit(.person(otieno), isStaff: true, by: all) == .success(.staff(otieno)))
        #expect(admit(.person(mia), by: all) == .success(.member(mia)))
        #expect(admit(.person(amina), by: [.member]) == .success(.member(amina)))
    }

    @Test func `who belongs there is told which right is lacking, and a stranger that there is no such shop`() {
        #expect(admit(.person(amina), by: [.staff]) == .failure(.callerMustHaveTheRight([.staff])))
        #expect(admit(.person(otieno), isStaff: true, by: [.owner]) == .failure(.callerMustHaveTheRight([.owner])))
        for rights: Set<Right> in [[.owner], [.staff], [.owner, .staff], [.platform], [.key(.read)]] {
            #expect(admit(.person(mia), by: rights) == .failure(.shopMustExist))
        }
    }

    @Test func `a key opens its own shop, for what it is for`() {
        let own = key(of: bakery, [.orders])
        #expect(admit(.key(own), by: [.key(.orders)]) == .success(.key(own)))
        #expect(admit(.key(own), by: [.key(.read)]) == .failure(.callerMustHaveTheRight([.key(.read)])))
        #expect(admit(.key(own), by: [.platform]) == .failure(.callerMustHaveTheRight([.platform])))
        let others = key(of: bookshop, [.orders, .redemptions, .read, .manage])
        for scope in APIKey.Scope.allCases {
            #expect(admit(.key(others), by: [.key(scope), .platform]) == .failure(.shopMustExist))
        }
    }

    @Test func `the platform's key opens every shop, where the platform may come in`() {
        let platform = key(of: nil, [])
        #expect(admit(.key(platform), by: [.platform, .owner]) == .success(.platform(platform)))
        #expect(admit(.key(platform), by: [.owner]) == .failure(.callerMustHaveTheRight([.owner])))
    }
}
