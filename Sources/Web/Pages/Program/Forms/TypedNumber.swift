/// A number as people type it, in the form that programs read: `1,500.50` is 1500.50. Whatever is no such number stays
/// as it is, and is refused where it is read.
func typedNumber(_ text: String) -> String {
    text.wholeMatch(of: /-?\d{1,3}(,\d{3})+(\.\d+)?/) == nil ? text : text.replacing(",", with: "")
}

/// A text of several lines as it is kept: browsers send two signs for the end of each.
func typedLines(_ text: String) -> String { text.replacing("\r\n", with: "\n").replacing("\r", with: "\n") }
