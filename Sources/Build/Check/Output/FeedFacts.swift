// SPDX-License-Identifier: MIT
import Foundation

/// What a feed or the sitemap holds: whether it is well formed, and the ids of its entries.
struct FeedFacts: Sendable {
  let path: String
  /// What a reader of feeds would stumble over; nil where it is well formed.
  let fault: String?
  let ids: [String]

  init(xml file: OutputFile) {
    path = file.path
    var reader = MarkupReader(file.bytes, attributes: [], isXML: true)
    var (open, ids): ([String], [String]) = ([], [])
    var fault = forbiddenCharacter(file.bytes)
    while fault == nil, let token = reader.next() {
      switch token {
      case .open(let name, _, let isEmpty): if !isEmpty { open.append(name) }
      case .close(let name):
        let expected = open.popLast()
        if expected != name { fault = "line \(reader.line): </\(name)> closes <\(expected ?? "nothing")>" }
      case .text(let text):
        if let last = open.last, last == "guid" || last == "id" && open.contains("entry") || last == "loc" {
          ids.append(plainText(text))
        }
        if let name = unknownReference(text) { fault = "line \(reader.line): '&\(name)' is no reference" }
      }
    }
    if fault == nil, let name = open.last { fault = "<\(name)> is not closed" }
    (self.fault, self.ids) = (fault, ids)
  }

  init(json file: OutputFile) {
    path = file.path
    let root = (try? JSONSerialization.jsonObject(with: Data(file.bytes))) as? [String: Any]
    fault = root == nil ? "it is not JSON" : nil
    ids = (root?["items"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? String }
  }
}

/// Characters that no XML may hold, however they are written.
private func forbiddenCharacter(_ bytes: [UInt8]) -> String? {
  guard let index = bytes.firstIndex(where: { $0 < 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }) else { return nil }
  let line = 1 + bytes[..<index].count { $0 == UInt8(ascii: "\n") }
  return "line \(line) holds the character U+00" + (bytes[index] < 16 ? "0" : "")
    + String(bytes[index], radix: 16, uppercase: true)
}

private func unknownReference(_ text: ArraySlice<UInt8>) -> String? {
  guard text.contains(UInt8(ascii: "&")) else { return nil }
  for part in String(decoding: text, as: UTF8.self).split(separator: "&", omittingEmptySubsequences: false).dropFirst()
  {
    let name = part.prefix { $0 != ";" }
    let isKnown = ["amp", "lt", "gt", "quot", "apos"].contains(name) || name.hasPrefix("#")
    if !isKnown || name.count == part.count { return String(part.prefix(20)) }
  }
  return nil
}
