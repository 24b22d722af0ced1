extension PageArea {
    /// The invitations of a shop, for its owner.
    static let referrals = PageArea(
        templates: [
            "referral_list": PackageResources.referral_list_mustache, "referral": PackageResources.referral_mustache,
            "referral_terms": PackageResources.referral_terms_mustache,
        ],
        controllers: { parts in
            [
                ReferralListController(surroundings: parts.surroundings, room: parts.room),
                ReferralTermsController(surroundings: parts.surroundings, room: parts.room),
                ReferralController(surroundings: parts.surroundings, room: parts.room),
            ]
        })
}

/// The places of invitations.
enum ReferralPath {
    static let list = BackOfficePlace.referrals.path
    static let terms = "\(list)/terms"
}
