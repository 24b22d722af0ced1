/// Decides whether a caller may do something in a shop, and as what.
///
/// Rights come from the shop's own records. Who has nothing to do with the shop cannot tell it from one that does not
/// exist; who belongs to it is told which right is lacking.
/// - Parameters:
///   - isStaff: Whether the shop's records name the caller as staff.
///   - rights: What the caller may be, any of them.
/// - Returns: The strongest role that is among the rights.
/// - Throws: ``AccessRejection``.
public func decideAdmission(
    of caller: Caller, to shop: Shop, isStaff: Bool, by rights: Set<Right>
) throws(AccessRejection) -> Role {
    switch caller {
    case .key(let key): try decideAdmission(of: key, to: shop, by: rights)
    case .person(let id): try decideAdmission(of: id, to: shop, isStaff: isStaff, by: rights)
    }
}

private func decideAdmission(
    of key: APIKey, to shop: Shop, by rights: Set<Right>
) throws(AccessRejection) -> Role {
    if key.shopID == nil, rights.contains(.platform) { return .platform(key) }
    if key.shopID == shop.id, key.scopes.contains(where: { rights.contains(.key($0)) }) { return .key(key) }
    guard key.shopID == nil || key.shopID == shop.id else { throw .shopMustExist }
    throw .callerMustHaveTheRight(rights)
}

private func decideAdmission(
    of person: Customer.ID, to shop: Shop, isStaff: Bool, by rights: Set<Right>
) throws(AccessRejection) -> Role {
    let isOwner = person == shop.ownerID
    if isOwner, rights.contains(.owner) { return .owner(person) }
    if isStaff, rights.contains(.staff) { return .staff(person) }
    if rights.contains(.member) { return .member(person) }
    guard isOwner || isStaff else { throw .shopMustExist }
    throw .callerMustHaveTheRight(rights)
}
