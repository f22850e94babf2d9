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
    let tenths = Int((max(-1e9, min(value, 1e9)) * 10).rounded())
    if tenths < 0 { bytes.append(UInt8(ascii: "-")) }
    integer(abs(tenths) / 10)
    if abs(tenths) % 10 != 0 {
      bytes.append(UInt8(ascii: "."))
      bytes.append(UInt8(ascii: "0") + UInt8(abs(tenths) % 10))
    }
  }

  private mutating func integer(_ value: Int) {
    if value >= 10 { integer(value / 10) }
    bytes.append(UInt8(ascii: "0") + UInt8(value % 10))
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
