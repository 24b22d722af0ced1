/// A function, an initialiser or a computed property, with the lines from its first word to its closing brace.
struct FunctionLength {
    let name: String
    let line: Int
    let lineCount: Int
}

extension SourceFile {
    /// Every function with a body. It counts the braces outside parentheses.
    func functions() throws -> [FunctionLength] {
        let lines = code.split(separator: "\n", omittingEmptySubsequences: false)
        return try matches(of: declaration, in: \.code).compactMap { found in
            guard let end = endOfBody(lines[(found.line - 1)...]) else { return nil }
            let name = found.text.split(separator: " ").last ?? ""
            return FunctionLength(name: String(name), line: found.line, lineCount: end - found.line + 2)
        }
    }
}

private let attributes = #"(?:@\w+(?:\(.*\))? )*"#
private let modifiers = #"(?!if |guard |while |for |case )(?:\w+(?:\(set\))? )*"#
private let declaration = "^ *\(attributes)\(modifiers)((?:func|var) +\\w*|init|subscript)\\b"

/// The index of the line that closes the body, or `nil` where there is no body.
private func endOfBody(_ lines: ArraySlice<Substring>) -> Int? {
    var parentheses = 0
    var braces = 0
    var hasBody = false
    for index in lines.indices {
        if index > lines.startIndex, !hasBody, parentheses == 0, !continuesSignature(lines[index]) { return nil }
        for character in lines[index] {
            switch character {
            case "(": parentheses += 1
            case ")": parentheses -= 1
            case "{" where parentheses == 0:
                braces += 1
                hasBody = true
            case "}" where parentheses == 0: braces -= 1
            default: break
            }
        }
        if hasBody, braces <= 0 { return index }
    }
    return nil
}

private func continuesSignature(_ line: Substring) -> Bool {
    let text = line.drop { $0 == " " }
    return ["where ", "{", "->", "async ", "throws "].contains(where: text.hasPrefix)
}
