// SPDX-License-Identifier: MIT
import Markup

/// A place in a body that the build fills.
public enum Hole: Sendable, Hashable {
  /// Between tags, where a link may stand; the index is that of `Document.values`.
  case value(Int)
  /// Between tags, in a heading or a link: what fills it has to be text without links.
  case plainValue(Int)
  /// Inside a quoted attribute (alternative text, a title): what fills it has to be text without tags.
  case attributeValue(Int)
  /// The figure of a chart block, between blocks; the index is that of `Document.fences`.
  case chart(Int)
  /// The text of a `href`; the index is that of `Document.links`.
  case link(Int)
  /// The text of a `src`; the index is that of `Document.images`.
  case imageSource(Int)
  /// Nothing, or ` width="…" height="…"` with its leading space.
  case imageSize(Int)
}

extension Hole {
  /// The index of a value between tags.
  fileprivate var shownValue: Int? {
    switch self {
    case .value(let index), .plainValue(let index): index
    default: nil
    }
  }
}

/// HTML with holes.
public struct Body: Sendable, Hashable {
  struct Gap: Sendable, Hashable {
    let offset: Int
    let hole: Hole
  }

  let bytes: [UInt8]
  let gaps: [Gap]

  public init() { (bytes, gaps) = ([], []) }

  init(bytes: [UInt8], gaps: [Gap]) { (self.bytes, self.gaps) = (bytes, gaps) }

  public var isEmpty: Bool { bytes.isEmpty && gaps.isEmpty }

  /// The holes in order; a hole may come twice, as a value does that stands in a heading's label too.
  public var holes: [Hole] { gaps.map(\.hole) }

  /// The finished HTML.
  public func filled(_ fill: (Hole) -> HTML) -> HTML {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count + 48 * gaps.count)
    append(to: &out, fill)
    return HTML(trusted: out)
  }

  /// Writes the finished HTML behind what is there.
  package func append(to out: inout [UInt8], _ fill: (Hole) -> HTML) {
    bytes.withUnsafeBufferPointer { bytes in
      var start = 0
      for gap in gaps {
        out.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<gap.offset]))
        out += fill(gap.hole).bytes
        start = gap.offset
      }
      out.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
    }
  }

  /// An attribute's text where it becomes text between tags.
  var asText: Body {
    Body(
      bytes: bytes,
      gaps: gaps.map { gap in
        if case .attributeValue(let number) = gap.hole {
          Gap(offset: gap.offset, hole: .plainValue(number))
        } else {
          gap
        }
      })
  }

  /// The text without tags, character references resolved; blocks are separated by line ends.
  ///
  /// Only values are asked for; charts, links and images give nothing.
  public func text(_ value: (Int) -> String) -> String {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var gap = gaps.startIndex
    var index = 0
    var isInTag = false
    while true {
      while gap < gaps.endIndex, gaps[gap].offset == index {
        if let number = gaps[gap].hole.shownValue, !isInTag { out += value(number).utf8 }
        gap += 1
      }
      guard index < bytes.count else { break }
      let byte = bytes[index]
      index += 1
      switch byte {
      case UInt8(ascii: "<"): isInTag = true
      case UInt8(ascii: ">"): isInTag = false
      case _ where isInTag: break
      case UInt8(ascii: "&"):
        let reference = Self.references.first { bytes[index...].starts(with: $0.name) }
        out.append(reference?.character ?? byte)
        // A hole never stands inside a reference, so the jump passes none.
        index += reference?.name.count ?? 0
      default: out.append(byte)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// The references that this module writes into text.
  private static let references: [(name: [UInt8], character: UInt8)] = [
    (Array("amp;".utf8), UInt8(ascii: "&")), (Array("lt;".utf8), UInt8(ascii: "<")),
    (Array("gt;".utf8), UInt8(ascii: ">")), (Array("quot;".utf8), UInt8(ascii: "\"")),
  ]

  /// The same for a quoted attribute: no tags, references as they are, values by `attributeValue`.
  func attribute() -> Body {
    var out: [UInt8] = []
    var kept: [Gap] = []
    var gap = gaps.startIndex
    var isInTag = false
    for index in 0...bytes.count {
      while gap < gaps.endIndex, gaps[gap].offset == index {
        if let number = gaps[gap].hole.shownValue, !isInTag {
          kept.append(Gap(offset: out.count, hole: .attributeValue(number)))
        }
        gap += 1
      }
      guard index < bytes.count else { break }
      switch bytes[index] {
      case UInt8(ascii: "<"): isInTag = true
      case UInt8(ascii: ">"): isInTag = false
      case let byte: if !isInTag { out.append(byte) }
      }
    }
    return Body(bytes: out, gaps: kept)
  }
}
