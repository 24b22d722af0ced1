extension PageArea {
    /// The program of a shop, and the parts that forms of the back office are made of.
    static let program = PageArea(
        templates: [
            "choice": PackageResources.choice_mustache, "box": PackageResources.box_mustache,
            "lines": PackageResources.lines_mustache, "trouble": PackageResources.trouble_mustache,
            "changes": PackageResources.changes_mustache, "program": PackageResources.program_mustache,
            "program_working": PackageResources.program_working_mustache,
            "program_versions": PackageResources.program_versions_mustache,
        ],
        styles: [PackageResources.program_css],
        files: ["program.js": PackageResources.program_js],
        controllers: { parts in
            [
                ProgramEditor(surroundings: parts.surroundings, room: parts.room),
                VersionsController(surroundings: parts.surroundings, room: parts.room),
            ]
        })
}
