import Loyalty
import Operations

/// The form of a shop's settings, and how its colour looks.
struct ShopSettingsPage: Screen {
    static let template = "shop_settings"

    let frame: Frame
    let tabs: [PageLink]
    let action: String
    let trouble: FormTrouble?
    /// What somebody else saved meanwhile, in the words of the fields; `nil` mostly.
    let rival: Rival?
    let seenName: String
    let seenTimeZone: String
    let seenAccent: String
    let name: Field
    let timeZone: ChoiceField
    let ownColour: BoxField
    let accent: Field
    /// What cannot be changed here.
    let facts: [Fact]
    let sample: Sample

    struct Rival: Sendable {
        let name: String
        let timeZone: String
        let accent: String
    }

    /// The colour as it is used.
    struct Sample: Sendable {
        let shopName: String
        let accentClass: String
        let sheet: String?
        /// What became of the chosen colour, so that it can be read.
        let told: String
    }
}

extension ShopSettingsPage {
    /// - Parameter isRival: Whether somebody else saved meanwhile.
    init(
        _ form: ShopSettingsForm, _ shop: Shop, _ shell: (frame: Frame, tabs: [PageLink]),
        _ context: BackOfficeContext, _ wording: Wording, zones: [String], isRival: Bool, fault: FormFault?
    ) {
        let (words, held) = (wording.words, shop.settings)
        let kit = FormKit(words: words, area: "shop_settings", fault: fault)
        let automatic = words("shop_settings.accent.automatic")
        (frame, tabs) = shell
        action = context.path(ShopSettingsTab.shop.path)
        trouble = FormTrouble(fault)
        rival =
            isRival
            ? Rival(name: held.name, timeZone: held.timeZone, accent: held.accent.map { "#\($0.hex)" } ?? automatic)
            : nil
        (seenName, seenTimeZone, seenAccent) = (form.seen.name, form.seen.timeZone, form.seen.accent?.hex ?? "")
        name = kit.field("name", form.name)
        let known = zones.contains(form.timeZone) || form.timeZone.isEmpty ? zones : [form.timeZone] + zones
        timeZone = kit.choice(
            "time_zone", form.timeZone, named: known.map { ($0, $0.replacing("_", with: " ")) })
        ownColour = kit.box("own_colour", isTicked: form.hasOwnColour)
        accent = kit.field("accent", form.accent, isRequired: false)
        facts = [
            Fact(label: words("shop_settings.currency"), value: shop.currency.code),
            Fact(label: words("shop_settings.id"), value: shop.id.text),
        ]
        sample = Sample(form, shop, words)
    }
}

extension ShopSettingsPage.Sample {
    fileprivate init(_ form: ShopSettingsForm, _ shop: Shop, _ words: Catalogue) {
        let chosen = form.hasOwnColour ? Colour(hex: form.accent.dropFirst()) : nil
        shopName = shop.name
        accentClass = Accent.name(of: chosen, for: shop)
        sheet = Accent.sheet(of: accentClass)
        guard let chosen else {
            told = words("shop_settings.sample.automatic")
            return
        }
        let shades = AccentShades(of: chosen)
        let key =
            switch (shades.light == chosen, shades.dark == chosen) {
            case (true, true): "both"
            case (true, false): "light"
            case (false, true): "dark"
            case (false, false): "neither"
            }
        told = words("shop_settings.sample.\(key)", ["light": "#\(shades.light.hex)", "dark": "#\(shades.dark.hex)"])
    }
}
