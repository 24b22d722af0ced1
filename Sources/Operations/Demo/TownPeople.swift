import Loyalty

/// The people of the demo town.
struct TownPeople: Sendable {
    static let amina = Customer(
        id: Identifier(trusted: "1"), name: "Amina Wanjiru", email: "amina@example.org", phone: "+254 700 000001")
    static let brian = Customer(id: Identifier(trusted: "2"), name: "Brian Otieno", email: "brian@example.org")
    static let ruth = Customer(id: Identifier(trusted: "3"), name: "Ruth Abramson", email: "ruth@example.org")
    static let jonas = Customer(id: Identifier(trusted: "4"), name: "Jonas Petersen", email: "jonas@example.org")
    static let otieno = Customer(id: Identifier(trusted: "5"), name: "Otieno Ouma", email: "otieno@example.org")
    static let mia = Customer(
        id: Identifier(trusted: "42"), name: "Mia Odhiambo", email: "mia@example.org", phone: "+254 700 000042",
        birthday: Day(year: 1991, month: 5, day: 17))

    /// Those who run the shops and the house, and Mia.
    static let known = [amina, brian, ruth, jonas, otieno, mia]

    /// Everybody else who buys, in an order of no meaning.
    let crowd: [Customer]

    init(count: Int, _ dice: inout Dice) {
        var crowd: [Customer] = []
        for number in 0..<count {
            let name = number < unusualNames.count ? unusualNames[number] : usualName(&dice)
            crowd.append(customer(number: firstNumber + number, name: name, &dice))
        }
        self.crowd = crowd.shuffled(using: &dice)
    }
}

private let firstNumber = 101

private func customer(number: Int, name: String, _ dice: inout Dice) -> Customer {
    let (hasEmail, hasPhone, hasBirthday) = (
        dice.comesUp(inMillion: 900_000), dice.comesUp(inMillion: 400_000), dice.comesUp(inMillion: 500_000)
    )
    let birthday = Day.newYear(of: 1948) + dice.roll(0...20_000)
    return Customer(
        id: Identifier(trusted: String(number)), name: name,
        email: hasEmail ? "customer-\(number)@example.org" : nil, phone: hasPhone ? "+254 700 000\(number)" : nil,
        birthday: hasBirthday ? birthday : nil)
}

private func usualName(_ dice: inout Dice) -> String {
    let (given, family) = dice.comesUp(inMillion: 550_000) ? kenyanNames : namesFromElsewhere
    return "\(dice.pick(given)) \(dice.pick(family))"
}

private func words(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }

private let kenyanNames = (
    given: words(
        """
        Achieng Akinyi Atieno Barasa Chebet Cherono Faith Grace Halima Jelagat Joseph Juma Kamau Kevin Kiprop Lucy \
        Makena Mercy Moraa Muthoni Mwende Naliaka Njeri Ochieng Omondi Peter Purity Salim Wambui Wanjiku Wekesa \
        Zawadi
        """),
    family: words(
        """
        Achieng' Barasa Chege Cheruiyot Gathoni Hassan Kamau Kariuki Kibet Kilonzo Kimani Kiptoo Korir Langat \
        Maina Makori Mohamed Muriuki Mutua Mwangi Nderitu Njoroge Nyambura Ochieng Odhiambo Okoth Omondi Onyango \
        Otieno Wafula Wanjala
        """)
)

private let namesFromElsewhere = (
    given: words(
        """
        Aisha Anna Carlos Chiara Dmitri Elif Emily Fatou Hana Ivan Jürgen José Kofi Lars Leila Linh Maeve Mateo \
        Naomi Noah Olga Oluwaseun Priya Rahul Sofía Søren Tomasz Yuki Zanele Łucja
        """),
    family: words(
        """
        Adeyemi Andersson Bianchi Cohen Dlamini Fernández García Haddad Ivanova Jensen Kaya Kowalski Kumar Müller \
        Nguyen O'Brien Okafor Patel Rossi Sato Schmidt Silva Smith Tanaka Traoré Weiß Yılmaz Çelik Öztürk Şahin
        """)
)

/// Names that a page must be able to show.
private let unusualNames = [
    "Zoë 🚲 Kühn", "محمد الفارسي", "נועה לוי", "王小明", "さくら 🌸", "Ngũgĩ wa Mũrĩmi", "ณัฐชา ศรีสุข", "अनन्या शर्मा",
    "Wambui", "", "D'Arcy & Söhne <Import>", "Siân O'Connor-Ní Bhriain", "👩🏾‍🍳 Mama Njeri", "Ελένη Παπαδοπούλου",
    """
    Doña María de los Ángeles Guadalupe Fernández de Córdoba y Álvarez de Toledo, widow of Montenegro, of the \
    house by the river, who asks that her name be written out in full
    """,
]
