import Testing

@Suite struct SwiftScannerTests {
    @Test(arguments: [
        ("let a = 1 // b", "let a = 1     "),
        ("a /* b /* c */ d */ e", "a                   e"),
        (#"say("a // b") + c"#, "say(        ) + c"),
        (#"say("a \(b("c")) d") + e"#, "say(     b(   )    ) + e"),
        (#"say("a \" b") + c"#, "say(        ) + c"),
        (##"say(#"a " \(b) \#(c) d"#) + e"##, "say(              c     ) + e"),
        ("say(\"\"\"\n  a \"b\" \\(c)\n  \"\"\") + d", "say(   \n          c \n     ) + d"),
        ("let a = \"b\nlet c = d", "let a =   \nlet c = d"),
        ("func `it's \"b\"`() {}", "func           () {}"),
    ])
    func `comments and literals are blanked`(text: String, code: String) {
        #expect(SourceFile("Sources/Web/Sample.swift", text).code == code)
    }

    @Test func `a literal is told from what surrounds it`() {
        let file = SourceFile("Sources/Web/Sample.swift", #"run("SELECT \(name)") // UPDATE"#)
        #expect(file.literals == #"    "SELECT \(    )"           "#)
        #expect(file.uncommented == #"run("SELECT \(name)")          "#)
    }

    @Test func `letters of several bytes keep the lines apart`() throws {
        let file = SourceFile("Sources/Web/Sample.swift", "let a = \"é€😀\"\nlet b = try? c()\n")
        #expect(try file.lines(matching: #"try\?"#, in: \.code) == [2])
    }
}
