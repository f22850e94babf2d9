// SPDX-License-Identifier: MIT
import Diagnostics
import Markup

/// The author's bytes, known to be text, with their lines.
struct SourceText {
  let bytes: UnsafeBufferPointer<UInt8>
  let path: String
  let firstLine: Int
  /// The offset of each line's first byte, and that of the end.
  let lineStarts: [Int]
  /// Whether any byte may belong to an East Asian character.
  let hasWideBytes: Bool

  static let sizeLimit = 1_000_000

  /// - Returns: nil, with a diagnostic, for a NUL byte, bytes that are not UTF-8, or more than `sizeLimit` of them.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, path: String, firstLine: Int, diagnostics: inout [Diagnostic]) {
    guard bytes.count <= Self.sizeLimit else {
      diagnostics.append(
        .error(
          "text-too-long", "the text has \(bytes.count) bytes; a page can have \(Self.sizeLimit)",
          at: Place(path), hint: "split it into several pages, or put the data into a dataset"))
      return nil
    }
    self.bytes = bytes
    self.path = path
    self.firstLine = firstLine
    var starts = [0]
    starts.reserveCapacity(bytes.count / 32 + 2)
    var isWide = false
    var index = 0
    var fault: String?
    var blockEnd = 0
    while index < bytes.count {
      if index >= blockEnd {
        // Line ends and NUL are below 0x0E.
        index = bytes.skipping(from: index) { $0.hasHigh | $0.hasBelow(0x0E) }
        blockEnd = index + 8
        continue
      }
      let byte = bytes[index]
      if byte < 0x80 {
        index += 1
        if byte == 0x0A || byte == 0x0D && (index == bytes.count || bytes[index] != 0x0A) { starts.append(index) }
        if byte == 0 {
          fault = "a NUL byte"
          break
        }
        continue
      }
      let length = Self.sequenceLength(bytes, at: index)
      if length == 0 {
        fault = "byte 0x\(String(byte, radix: 16, uppercase: true)), which is not UTF-8"
        break
      }
      // U+1100 begins Hangul; everything East Asian lies behind it.
      if byte >= 0xE1 { isWide = true }
      if byte == 0xEF, bytes[index + 1] == 0xB7, 0x90...0xAF ~= bytes[index + 2] {
        fault = "the noncharacter U+FD\(String(bytes[index + 2] &+ 0x40, radix: 16, uppercase: true))"
        break
      }
      index += length
    }
    if starts.last != bytes.count { starts.append(bytes.count) }
    lineStarts = starts
    hasWideBytes = isWide
    if let fault {
      let offset = fault.hasPrefix("a NUL") ? index - 1 : index
      diagnostics.append(
        .error("not-text", "the text holds \(fault)", at: place(offset: offset), hint: "save the file as UTF-8"))
      return nil
    }
  }

  /// The bytes of the character at `index`, or 0 where it is not well formed.
  private static func sequenceLength(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    func continuation(_ offset: Int) -> UInt8? {
      index + offset < bytes.count && bytes[index + offset] & 0xC0 == 0x80 ? bytes[index + offset] : nil
    }
    guard let second = continuation(1) else { return 0 }
    switch bytes[index] {
    case 0xC2...0xDF: return 2
    case 0xE0: return second >= 0xA0 && continuation(2) != nil ? 3 : 0
    case 0xED: return second < 0xA0 && continuation(2) != nil ? 3 : 0
    case 0xE1...0xEF: return continuation(2) != nil ? 3 : 0
    case 0xF0: return second >= 0x90 && continuation(2) != nil && continuation(3) != nil ? 4 : 0
    case 0xF4: return second < 0x90 && continuation(2) != nil && continuation(3) != nil ? 4 : 0
    case 0xF1...0xF3: return continuation(2) != nil && continuation(3) != nil ? 4 : 0
    default: return 0
    }
  }

  var lineCount: Int { lineStarts.count - 1 }

  /// The bytes of a line, numbered from 0, with its line end.
  func line(_ number: Int) -> UnsafeBufferPointer<UInt8> {
    guard 0..<lineCount ~= number else { return UnsafeBufferPointer(start: nil, count: 0) }
    return UnsafeBufferPointer(rebasing: bytes[lineStarts[number]..<lineStarts[number + 1]])
  }

  func place(line: Int, column: Int = 0) -> Place { Place(path, line: firstLine + line, column: column) }

  /// The line and column of a byte.
  func place(offset: Int) -> Place {
    var (low, high) = (0, lineStarts.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle - 1 }
    }
    return place(line: low, column: column(line: low, offset: offset))
  }

  /// The column, in Unicode scalars from 1, of a byte in a line.
  func column(line: Int, offset: Int) -> Int {
    bytes[lineStarts[line]..<offset].reduce(1) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
  }
}
