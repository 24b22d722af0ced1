extension PageArea {
    /// The operator's console, and in the demo a page with everything that pages are made of.
    static let console = PageArea(
        templates: [
            "console": PackageResources.console_mustache, "console_list": PackageResources.console_list_mustache,
            "console_record": PackageResources.console_record_mustache,
            "console_value": PackageResources.console_value_mustache,
            "components": PackageResources.components_mustache,
        ],
        styles: [PackageResources.console_css],
        controllers: { parts in
            let console = ConsoleController(surroundings: parts.surroundings, room: parts.room)
            return parts.settings.isDemo ? [console, ComponentsController(room: parts.room)] : [console]
        })
}
