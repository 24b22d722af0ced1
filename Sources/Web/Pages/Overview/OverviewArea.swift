extension PageArea {
    /// The overview of a shop, its members and its insight.
    static let overview = PageArea(
        templates: [
            "chart": PackageResources.chart_mustache, "overview": PackageResources.overview_mustache,
            "member_list": PackageResources.member_list_mustache, "member": PackageResources.member_mustache,
            "lot": PackageResources.lot_mustache,
        ],
        styles: [PackageResources.charts_css, PackageResources.overview_css],
        files: ["live.js": PackageResources.live_js],
        controllers: { parts in
            [
                OverviewController(surroundings: parts.surroundings, room: parts.room),
                MemberListController(surroundings: parts.surroundings, room: parts.room),
                MemberController(surroundings: parts.surroundings, room: parts.room),
            ]
        })
}
