// SPDX-License-Identifier: MIT
import Diagnostics
import Markup

/// Refuses texts on which the parser takes time or memory out of all proportion to their size.
///
/// Debian's cmark-gfm 0.29.0.gfm.6 is quadratic in several constructs (CVE-2023-22483, -22484, -22486, -24824, -26485,
/// -37463). Each limit bounds the product that the parser spends, far above what a page of prose reaches; below the
/// limits any text ends within about half a second.
///
/// - Returns: false, with a diagnostic at the line, where a limit is passed.
func checkLimits(_ text: SourceText, _ diagnostics: inout [Diagnostic]) -> Bool {
  var limits = Limits()
  for number in 0..<text.lineCount {
    if let excess = limits.add(text.line(number)) {
      diagnostics.append(
        .error("too-complex", excess.message, at: text.place(line: number), hint: excess.hint))
      return false
    }
  }
  return true
}

private struct Limits {
  struct Excess {
    let message: String
    let hint: String
  }

  /// Blockquotes and lists within one another, opened on one line.
  static let nesting = 100
  static let lineBytes = 50_000
  static let tableCells = 100_000

  /// Of the run of lines since the last blank one.
  private var blockBytes = 0
  private var blockLines = 0
  private var blockImages = 0
  /// Of the table that this run may be, else 0.
  private var columns = 0

  /// Of the whole text.
  private var cells = 0
  private var rowTrials = 0
  private var imageTrials = 0
  private var addressTrials = 0
  private var delimiterTrials = 0
  private var declarations = 0
  private var brackets = 0
  private var definitionBytes = 0
  private var longestDefinition = 0

  /// Counts a line; the first limit it passes, or nil.
  mutating func add(_ line: UnsafeBufferPointer<UInt8>) -> Excess? {
    if line.count > Self.lineBytes {
      return Excess(
        message: "the line has \(line.count) bytes; a line can have \(Self.lineBytes)",
        hint: "break it into several lines or paragraphs")
    }
    let start = contentStart(of: line)
    guard let start else {
      return Excess(
        message: "the line opens more than \(Self.nesting) lists or quotations within one another",
        hint: "begin a line of '>', '-' or '+' signs with a backslash")
    }
    if start == line.count {
      imageTrials += blockImages * blockImages
      (blockBytes, blockLines, blockImages, columns, definitionBytes) = (0, 0, 0, 0, 0)
      return nil
    }
    countRow(line, from: start)
    countInlines(line)
    blockBytes += line.count
    blockLines += 1
    return excess
  }

  /// Where the markers of quotations and lists end; nil after too many of them.
  private func contentStart(of line: UnsafeBufferPointer<UInt8>) -> Int? {
    var index = 0
    var depth = 0
    while index < line.count {
      let isFollowedBySpace = index + 1 >= line.count || line[index + 1] <= 0x20
      switch line[index] {
      case 0x20, 0x09, 0x0A, 0x0D:
        index += 1
        continue
      case UInt8(ascii: ">"):
        index += 1
      case UInt8(ascii: "-") where isFollowedBySpace, UInt8(ascii: "+") where isFollowedBySpace,
        UInt8(ascii: "*") where isFollowedBySpace:
        index += 1
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        var end = index
        while end < line.count, 0x30...0x39 ~= line[end] { end += 1 }
        guard end + 1 < line.count, line[end] == UInt8(ascii: ".") || line[end] == UInt8(ascii: ")"),
          line[end + 1] <= 0x20
        else { return index }
        index = end + 1
      default:
        return index
      }
      depth += 1
      if depth > Self.nesting { return nil }
    }
    return depth == 0 ? index : 0
  }

  /// A row of `|`, `-`, `:` makes the parser read the paragraph above as a table's head; every further line is then
  /// a row with as many cells.
  private mutating func countRow(_ line: UnsafeBufferPointer<UInt8>, from start: Int) {
    cells += columns
    var pipes = 0
    var dashes = 0
    for byte in line[start...] {
      switch byte {
      case UInt8(ascii: "|"): pipes += 1
      case UInt8(ascii: "-"): dashes += 1
      case UInt8(ascii: ":"), 0x20, 0x09, 0x0A, 0x0D: break
      default: return
      }
    }
    guard dashes > 0 else { return }
    rowTrials += blockBytes + blockLines * blockLines
    columns = max(columns, pipes + 1)
  }

  private mutating func countInlines(_ line: UnsafeBufferPointer<UInt8>) {
    var addresses = 0
    var delimiters = 0
    var previous: UInt8 = 0
    var isDefinition = false
    var isAfterDeclaration = false
    var index = 0
    var blockEnd = 0
    while index < line.count {
      if index >= blockEnd, !isAfterDeclaration {
        index = line.skipping(from: index) { block in
          // `[` and `_`, `*` and `:`, and the others alone.
          block.has(0x5B, mask: 0xFB) | block.has(0x2A, mask: 0xEF) | block.has(0x3F) | block.has(0x40)
            | block.has(0x7E) | block.has(0x77) | block.has(0x21)
        }
        if index > 0 { previous = line[index - 1] }
        blockEnd = index + 8
        if index == line.count { break }
      }
      let byte = line[index]
      index += 1
      switch byte {
      case UInt8(ascii: "["):
        brackets += 1
        delimiters += 1
        if previous == UInt8(ascii: "!") { blockImages += 1 }
      case UInt8(ascii: "?"): if previous == UInt8(ascii: "<") { declarations += 1 }
      case UInt8(ascii: ":"):
        addresses += 1
        if previous == UInt8(ascii: "]") { isDefinition = true }
      case UInt8(ascii: "@"): addresses += 1
      case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"): delimiters += 1
      case UInt8(ascii: "w"): if previous == UInt8(ascii: "w") { addresses += 1 }
      // `<!--` is not among them: it ends at the next `--`, wherever that is.
      case UInt8(ascii: "!"): if previous == UInt8(ascii: "<") { isAfterDeclaration = true }
      default: break
      }
      if byte != UInt8(ascii: "!"), isAfterDeclaration {
        if byte != UInt8(ascii: "-") { declarations += 1 }
        isAfterDeclaration = false
      }
      previous = byte
    }
    addressTrials += addresses * line.count
    delimiterTrials += delimiters * delimiters
    definitionBytes = isDefinition ? line.count : definitionBytes > 0 ? definitionBytes + line.count : 0
    longestDefinition = max(longestDefinition, definitionBytes)
  }

  private var excess: Excess? {
    if cells > Self.tableCells {
      return Excess(
        message: "the tables of this page have more than \(Self.tableCells) cells by here",
        hint: "put the data into a dataset, and show the rows that matter")
    }
    if rowTrials > 4_000_000 {
      return Excess(
        message: "too many lines here could be the second line of a table",
        hint: "set a blank line before and after each table")
    }
    if imageTrials + blockImages * blockImages > 100_000_000 {
      return Excess(message: "too many '![' stand in one paragraph", hint: "set them in paragraphs of their own")
    }
    if addressTrials > 50_000_000 {
      return Excess(message: "too many addresses stand in long lines", hint: "break the lines")
    }
    if delimiterTrials > 1_500_000_000 {
      return Excess(message: "too many '*', '_', '~' and '[' stand in long lines", hint: "break the lines")
    }
    if declarations > 100 {
      return Excess(message: "more than 100 '<?' and '<!' stand in the text", hint: "write '\\<' for the sign itself")
    }
    if longestDefinition * brackets > 20_000_000 {
      return Excess(
        message: "a link definition is too long for the number of its uses", hint: "shorten its address and title")
    }
    return nil
  }
}
