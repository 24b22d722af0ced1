extension PageArea {
    /// The rewards of a shop, for its owner.
    static let rewards = PageArea(
        templates: [
            "reward_list": PackageResources.reward_list_mustache, "reward": PackageResources.reward_mustache,
            "reward_look": PackageResources.reward_look_mustache, "day": PackageResources.day_mustache,
        ],
        styles: [PackageResources.rewards_css], files: ["rewards.js": PackageResources.rewards_js],
        controllers: { parts in
            [
                RewardListController(surroundings: parts.surroundings, room: parts.room),
                RewardEditor(surroundings: parts.surroundings, room: parts.room),
                RewardDeletion(surroundings: parts.surroundings, room: parts.room),
            ]
        })
}

/// The places of rewards.
enum RewardPath {
    static let list = BackOfficePlace.rewards.path
    static let new = "\(list)/new"
    static let draft = "\(list)/draft"
}
