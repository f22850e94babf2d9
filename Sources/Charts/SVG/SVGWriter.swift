// SPDX-License-Identifier: MIT
import Markup

/// Writes bytes of SVG: numbers to a tenth, texts escaped. It decides nothing.
///
/// A picture is some thousand short pieces. They are put into memory of its own, which costs a comparison a piece; an array
/// is asked each time whether another holds it too.
struct SVGWriter: ~Copyable {
  private var room: UnsafeMutableBufferPointer<UInt8>
  private var count = 0

  init(capacity: Int = 4096) { room = .allocate(capacity: capacity) }

  deinit { room.deallocate() }

  /// What has been written.
  var bytes: [UInt8] { Array(UnsafeBufferPointer(rebasing: room[..<count])) }

  /// Makes room for so many bytes more.
  @inline(__always)
  private mutating func reserve(_ more: Int) {
    if room.count - count < more { grow(by: more) }
  }

  @inline(never)
  private mutating func grow(by more: Int) {
    let larger = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(room.count * 2, count + more))
    _ = larger.update(fromContentsOf: room[..<count])
    room.deallocate()
    room = larger
  }

  /// Bytes that a writer has written before.
  @inline(__always)
  mutating func written(_ bytes: UnsafeBufferPointer<UInt8>) {
    reserve(bytes.count)
    guard let source = bytes.baseAddress, let start = room.baseAddress else { return }
    (start + count).update(from: source, count: bytes.count)
    count += bytes.count
  }

  @inline(__always)
  mutating func raw(_ literal: StaticString) {
    if literal.hasPointerRepresentation {
      written(UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
    } else {
      literal.withUTF8Buffer { written($0) }
    }
  }

  mutating func text(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      if !needsEscaping(bytes) { return written(bytes) }
      var escaped: [UInt8] = []
      appendEscaped(bytes, to: &escaped)
      written(escaped)
    }
  }

  /// Text that is known to need no escaping: a class or an id.
  mutating func word(_ text: String) {
    var text = text
    text.withUTF8 { written($0) }
  }

  mutating func written(_ other: [UInt8]) { other.withUnsafeBufferPointer { written($0) } }

  /// A coordinate: `12`, `−0.5`, `340.2`, never more than one digit after the point.
  mutating func number(_ value: Double) {
    // A sign, ten digits, a point and a digit.
    reserve(13)
    guard let start = room.baseAddress else { return }
    var end = start + count
    let scaled = max(-1e9, min(value, 1e9)) * 10
    let tenths = Int(scaled < 0 ? scaled - 0.5 : scaled + 0.5)
    if tenths < 0 { Self.put(UInt8(ascii: "-"), at: &end) }
    let whole = UInt32(truncatingIfNeeded: tenths.magnitude / 10)
    if whole < 1000 {
      // As nearly all are, in pictures some hundred units wide.
      if whole >= 100 { Self.put(digit: whole / 100, at: &end) }
      if whole >= 10 { Self.put(digit: whole / 10 % 10, at: &end) }
      Self.put(digit: whole % 10, at: &end)
    } else {
      var power: UInt32 = 1000
      while whole / power >= 10 { power *= 10 }
      while power > 0 {
        Self.put(digit: whole / power % 10, at: &end)
        power /= 10
      }
    }
    let last = UInt32(truncatingIfNeeded: tenths.magnitude % 10)
    if last != 0 {
      Self.put(UInt8(ascii: "."), at: &end)
      Self.put(digit: last, at: &end)
    }
    count = end - start
  }

  @inline(__always)
  private static func put(_ byte: UInt8, at end: inout UnsafeMutablePointer<UInt8>) {
    end.pointee = byte
    end += 1
  }

  @inline(__always)
  private static func put(digit: UInt32, at end: inout UnsafeMutablePointer<UInt8>) {
    put(UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: digit), at: &end)
  }

  mutating func point(_ point: Point) {
    number(point.x)
    raw(",")
    number(point.y)
  }

  mutating func attribute(_ name: StaticString, _ value: Double) {
    raw(" ")
    raw(name)
    raw("=\"")
    number(value)
    raw("\"")
  }
}
