// SPDX-License-Identifier: MIT
import Markup

/// Writes bytes of SVG: numbers to a tenth, texts escaped. It decides nothing.
struct SVGWriter {
  private(set) var bytes: [UInt8] = []

  init(capacity: Int = 4096) { bytes.reserveCapacity(capacity) }

  mutating func raw(_ literal: StaticString) { bytes.append(literal) }

  mutating func text(_ text: String) { appendEscaped(text, to: &bytes) }

  /// Text that is known to need no escaping: a class or an id.
  mutating func word(_ text: String) {
    let done: Void? = text.utf8.withContiguousStorageIfAvailable { bytes.append(contentsOf: $0) }
    if done == nil { bytes.append(contentsOf: text.utf8) }
  }

  /// Bytes that a writer has written before.
  mutating func written(_ other: [UInt8]) { bytes.append(contentsOf: other) }

  /// A coordinate: `12`, `−0.5`, `340.2`, never more than one digit after the point.
  mutating func number(_ value: Double) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 16) { room in
      let start = Self.write(value, into: room, before: room.count)
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: room[start...]))
    }
  }

  mutating func point(_ point: Point) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 32) { room in
      let comma = Self.write(point.y, into: room, before: room.count) - 1
      room[comma] = UInt8(ascii: ",")
      let start = Self.write(point.x, into: room, before: comma)
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: room[start...]))
    }
  }

  /// Writes a coordinate from its last digit to its first; there are thirteen at the most.
  ///
  /// - Returns: Where it begins.
  private static func write(_ value: Double, into room: UnsafeMutableBufferPointer<UInt8>, before end: Int) -> Int {
    let scaled = max(-1e9, min(value, 1e9)) * 10
    let tenths = Int(scaled < 0 ? scaled - 0.5 : scaled + 0.5)
    var (start, rest) = (end, tenths.magnitude / 10)
    let last = UInt8(tenths.magnitude % 10)
    if last != 0 {
      start -= 2
      room[start] = UInt8(ascii: ".")
      room[start + 1] = UInt8(ascii: "0") + last
    }
    repeat {
      start -= 1
      room[start] = UInt8(ascii: "0") + UInt8(rest % 10)
      rest /= 10
    } while rest > 0
    if tenths < 0 {
      start -= 1
      room[start] = UInt8(ascii: "-")
    }
    return start
  }

  mutating func attribute(_ name: StaticString, _ value: Double) {
    bytes.append(UInt8(ascii: " "))
    bytes.append(name)
    raw("=\"")
    number(value)
    raw("\"")
  }
}
