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
    let scaled = max(-1e9, min(value, 1e9)) * 10
    let tenths = Int(scaled < 0 ? scaled - 0.5 : scaled + 0.5)
    var rest = tenths.magnitude
    // From the last digit to the first, into room for all that there can be.
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 16) { room in
      var start = room.count
      func put(_ byte: UInt8) {
        start -= 1
        room[start] = byte
      }
      if rest % 10 != 0 {
        put(UInt8(ascii: "0") + UInt8(rest % 10))
        put(UInt8(ascii: "."))
      }
      rest /= 10
      repeat {
        put(UInt8(ascii: "0") + UInt8(rest % 10))
        rest /= 10
      } while rest > 0
      if tenths < 0 { put(UInt8(ascii: "-")) }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: room[start...]))
    }
  }

  mutating func point(_ point: Point) {
    number(point.x)
    bytes.append(UInt8(ascii: ","))
    number(point.y)
  }

  mutating func attribute(_ name: StaticString, _ value: Double) {
    bytes.append(UInt8(ascii: " "))
    bytes.append(name)
    raw("=\"")
    number(value)
    raw("\"")
  }
}
