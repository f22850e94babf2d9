// SPDX-License-Identifier: MIT

/// Where something stands in the site, from its root, without a leading slash: `briefings/three-neighbours/`.
///
/// A path that ends in `/` (or is empty) is a page; its file is the `index.html` in that folder.
public struct SitePath: Hashable, Sendable, Comparable, CustomStringConvertible {
  public let text: String

  /// - Returns: nil where a part is empty, `.` or `..`, or holds a control character, a backslash, `?` or `#`.
  public init?(_ text: String) {
    var (partStart, areDots) = (0, true)
    for (index, byte) in text.utf8.enumerated() {
      switch byte {
      case UInt8(ascii: "/"):
        if areDots, index - partStart < 3 { return nil }
        (partStart, areDots) = (index + 1, true)
      case 0..<0x20, 0x7F, UInt8(ascii: "\\"), UInt8(ascii: "?"), UInt8(ascii: "#"): return nil
      case UInt8(ascii: "."): break
      default: areDots = false
      }
    }
    if areDots, 1...2 ~= text.utf8.count - partStart { return nil }
    self.text = text
  }

  /// A path made of literals and of parts that are known to be valid.
  package init(trusted text: String) { self.text = text }

  public static let home = SitePath(trusted: "")

  /// The file that holds it: `briefings/index.html` for `briefings/`.
  public var file: String { text.isEmpty || text.hasSuffix("/") ? text + "index.html" : text }

  public var description: String { text }

  public static func < (a: SitePath, b: SitePath) -> Bool { a.text < b.text }

  /// The link to this place that a page at `origin` writes; it works wherever the site is put.
  public func relative(from origin: SitePath, fragment: String? = nil) -> RelativeURL {
    RelativeURL(from: origin, to: self, fragment: fragment)
  }

  /// The path with every part percent-encoded, for absolute URLs.
  public var encoded: String { percentEncoded(text) }
}

/// A link from one page of the site to another place in it, percent-encoded.
public struct RelativeURL: Hashable, Sendable, CustomStringConvertible {
  public let text: String
  public var description: String { text }

  init(from origin: SitePath, to target: SitePath, fragment: String?) {
    let anchor = fragment.map { "#" + percentEncoded($0) } ?? ""
    if origin == target, !anchor.isEmpty {
      text = anchor
      return
    }
    let slash = UInt8(ascii: "/")
    var (from, to) = (origin.text, target.text)
    let path = from.withUTF8 { from in
      to.withUTF8 { to in
        // What both have in common, up to the last slash in it, is where the way down begins.
        var (shared, length) = (0, 0)
        while length < min(from.count, to.count), from[length] == to[length] {
          length += 1
          if from[length - 1] == slash { shared = length }
        }
        let levels = from[shared...].count { $0 == slash }
        let rest = UnsafeBufferPointer(rebasing: to[shared...])
        return String(unsafeUninitializedCapacity: 3 * (levels + rest.count)) { out in
          var count = 0
          for _ in 0..<levels {
            for byte in [UInt8(ascii: "."), UInt8(ascii: "."), slash] {
              out[count] = byte
              count += 1
            }
          }
          return percentEncode(rest, to: out, from: count)
        }
      }
    }
    let place = path.isEmpty ? "./" : path
    text = anchor.isEmpty ? place : place + anchor
  }

  /// A link within the page itself.
  public init(fragment: String) { text = "#" + percentEncoded(fragment) }
}

/// A link out of the site whose scheme has been checked: `https`, `http` or `mailto`.
public struct ExternalURL: Hashable, Sendable, CustomStringConvertible {
  public let text: String
  public var description: String { text }

  /// - Returns: nil for any other scheme, for no host, and for spaces or control characters.
  public init?(_ text: String) {
    let scheme = text.prefix { $0 != ":" }.lowercased()
    let rest = text.dropFirst(scheme.count)
    guard scheme == "mailto" && rest.count > 1 || (scheme == "https" || scheme == "http") && rest.hasPrefix("://"),
      rest.count > 3 || scheme == "mailto",
      !text.unicodeScalars.contains(where: { $0.value <= 0x20 || $0.value == 0x7F })
    else { return nil }
    self.text = text
  }

  /// The site's own absolute address of a place, for canonical links, feeds and the sitemap.
  public func appending(_ path: SitePath) -> ExternalURL {
    ExternalURL(trusted: (text.hasSuffix("/") ? text : text + "/") + path.encoded)
  }

  private init(trusted text: String) { self.text = text }
}

/// Percent-encodes what may not stand in a URL's path as it is; slashes stay.
private func percentEncoded(_ text: String) -> String {
  var text = text
  return text.withUTF8 { bytes in
    String(unsafeUninitializedCapacity: 3 * bytes.count) { percentEncode(bytes, to: $0, from: 0) }
  }
}

/// The same, into memory for three times as many bytes behind `start`.
/// - Returns: Where the encoded bytes end.
private func percentEncode(
  _ bytes: UnsafeBufferPointer<UInt8>, to out: UnsafeMutableBufferPointer<UInt8>, from start: Int
) -> Int {
  func digit(_ value: UInt8) -> UInt8 { value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10 }
  var end = start
  for byte in bytes {
    if isUnreserved(byte) {
      out[end] = byte
      end += 1
    } else {
      (out[end], out[end + 1], out[end + 2]) = (UInt8(ascii: "%"), digit(byte >> 4), digit(byte & 15))
      end += 3
    }
  }
  return end
}

private func isUnreserved(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
    UInt8(ascii: "~"), UInt8(ascii: "/"):
    true
  default: false
  }
}
