extension PageArea {
    /// The overview of a shop, its members and its insight.
    static let overview = PageArea(
        templates: ["chart": PackageResources.chart_mustache, "overview": PackageResources.overview_mustache],
        styles: [PackageResources.charts_css, PackageResources.overview_css],
        files: ["live.js": PackageResources.live_js],
        controllers: { parts in [OverviewController(surroundings: parts.surroundings, room: parts.room)] })
}
