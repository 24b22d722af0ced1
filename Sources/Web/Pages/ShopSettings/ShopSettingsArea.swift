extension PageArea {
    /// The settings of a shop, and the colours that shops chose.
    static let shopSettings = PageArea(
        templates: [
            "shop_tabs": PackageResources.shop_tabs_mustache, "shop_settings": PackageResources.shop_settings_mustache,
            "shop_staff": PackageResources.shop_staff_mustache, "shop_keys": PackageResources.shop_keys_mustache,
            "shop_acts": PackageResources.shop_acts_mustache, "shop_exports": PackageResources.shop_exports_mustache,
        ],
        styles: [PackageResources.shop_settings_css],
        files: ["shop_settings.js": PackageResources.shop_settings_js],
        controllers: { parts in
            let desk = ShopSettingsDesk(surroundings: parts.surroundings, room: parts.room, ring: parts.ring)
            return [
                ShopSettingsController(desk: desk), ShopStaffController(desk: desk), ShopKeysController(desk: desk),
                ShopActsController(desk: desk), ShopExportsController(desk: desk), AccentController(),
            ]
        })
}
