// SPDX-License-Identifier: MIT

/// Reads the texts that cells refer to by number. Runs of one text are joined; how it is read aloud (the furigana of
/// Japanese files) is left out.
func sharedStrings(_ bytes: [UInt8], part: String) throws(WorkbookFault) -> [String] {
  var xml = try XMLTokenizer(bytes, part: part)
  var strings: [String] = []
  var text = ""
  var (isInText, isReading) = (false, false)
  while let token = try xml.next() {
    switch token {
    case .start("si"): text = ""
    case .end("si"): strings.append(text)
    case .start("rPh"): isReading = true
    case .end("rPh"): isReading = false
    case .start("t"): isInText = !isReading
    case .end("t"): isInText = false
    case .text(let run): if isInText { text += run }
    default: break
    }
  }
  return strings
}
