import Build
// SPDX-License-Identifier: MIT
import Diagnostics
import Markup

/// A page as the preview sends it, and what tells one state of it from another.
struct ServedPage: Sendable {
  /// The page's own bytes, as a build writes them.
  let bytes: [UInt8]
  let notice: String?
  /// The stylesheet's file name, which has a fingerprint in it: `site.3f2a1b.css`.
  let style: String
  /// Of the bytes, but for the name of the stylesheet.
  let digest: String

  init(_ file: LiveFile, stylesheet: String) {
    bytes = file.bytes
    notice = file.notice
    style = stylesheet.split(separator: "/").last.map(String.init) ?? ""
    var rest = bytes
    if !style.isEmpty, let place = rest.firstRange(of: Array(style.utf8)) { rest.removeSubrange(place) }
    digest = fingerprint(rest + Array((notice ?? "").utf8))
  }

  /// The bytes with the preview's script at the end of the body.
  var withScript: [UInt8] {
    let notice = notice ?? ""
    let script: HTML = """
      <script src="/.briefing/preview.js" data-digest="\(digest)" data-style="\(style)" data-notice="\(notice)"></script>
      """
    let end = Array("</body>".utf8)
    var place = bytes.count - end.count
    while place > 0, !bytes[place...].starts(with: end) { place -= 1 }
    return place <= 0 ? bytes + script.bytes : Array(bytes[..<place]) + script.bytes + Array(bytes[place...])
  }

  func shows(_ file: String) -> Bool {
    let name = SitePath(file)?.encoded.split(separator: "/").last ?? ""
    return !name.isEmpty && bytes.firstRange(of: Array(name.utf8)) != nil
  }
}
