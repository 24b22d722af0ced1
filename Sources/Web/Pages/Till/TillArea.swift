extension PageArea {
    /// The till.
    static let till = PageArea(
        templates: [
            "till": PackageResources.till_mustache, "till_field": PackageResources.till_field_mustache,
            "till_list": PackageResources.till_list_mustache, "till_member": PackageResources.till_member_mustache,
            "verdict": PackageResources.verdict_mustache, "redemption": PackageResources.redemption_mustache,
        ],
        styles: [PackageResources.till_css], files: ["till.js": PackageResources.till_js],
        controllers: { parts in
            let counter = TillCounter(surroundings: parts.surroundings, room: parts.room, guesses: parts.guesses)
            return [
                TillController(counter: counter), RedemptionController(counter: counter),
                TillMemberController(counter: counter),
            ]
        })
}
