// SPDX-License-Identifier: MIT

/// A text with `&amp;`, `&#38;` and `&#x26;` as the characters that they stand for.
///
/// - Returns: nil where a reference is to none; only a DOCTYPE could name others, and workbooks have none.
func resolvingReferences(_ bytes: ArraySlice<UInt8>) -> String? {
  let names: [String: String] = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'"]
  var text = ""
  var rest = bytes
  while let mark = rest.firstIndex(of: UInt8(ascii: "&")) {
    text += String(decoding: rest[..<mark], as: UTF8.self)
    guard let end = rest[mark...].firstIndex(of: UInt8(ascii: ";")) else { return nil }
    let name = String(decoding: rest[(mark + 1)..<end], as: UTF8.self)
    if let character = names[name] {
      text += character
    } else {
      let number = name.hasPrefix("#x") ? UInt32(name.dropFirst(2), radix: 16) : UInt32(name.dropFirst())
      guard name.hasPrefix("#"), let number, let scalar = Unicode.Scalar(number),
        number >= 32 || [9, 10, 13].contains(number)
      else { return nil }
      text.unicodeScalars.append(scalar)
    }
    rest = rest[(end + 1)...]
  }
  return text + String(decoding: rest, as: UTF8.self)
}
