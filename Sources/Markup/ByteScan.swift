// SPDX-License-Identifier: MIT

/// Eight bytes of text, looked at together as one word.
@usableFromInline
package struct ByteBlock {
  @usableFromInline let word: UInt64

  @inlinable
  package init(word: UInt64) { self.word = word }

  /// Not zero where some byte, with only the bits of `mask` left, is `byte`.
  @inlinable
  package func has(_ byte: UInt8, mask: UInt8 = 0xFF) -> UInt64 {
    let zeroes = word & Self.all(mask) ^ Self.all(byte)
    return (zeroes &- Self.all(0x01)) & ~zeroes & Self.all(0x80)
  }

  /// Not zero where some byte is below `limit`, which is at most 0x80.
  @inlinable
  package func hasBelow(_ limit: UInt8) -> UInt64 { (word &- Self.all(limit)) & ~word & Self.all(0x80) }

  /// Not zero where some byte is no ASCII.
  @inlinable
  package var hasHigh: UInt64 { word & Self.all(0x80) }

  @inlinable
  static func all(_ byte: UInt8) -> UInt64 { 0x0101_0101_0101_0101 &* UInt64(byte) }
}

extension UnsafeBufferPointer<UInt8> {
  /// Passes over blocks of eight bytes in which no byte is marked; prose is nearly all such blocks.
  ///
  /// - Parameter marks: Not zero where one may be.
  /// - Returns: Where a block that may have a marked byte begins, or an index less than eight from the end.
  @inlinable
  package func skipping(from start: Int, _ marks: (ByteBlock) -> UInt64) -> Int {
    let bytes = UnsafeRawBufferPointer(self)
    var index = start
    while index &+ 8 <= count {
      if marks(ByteBlock(word: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))) != 0 { break }
      index &+= 8
    }
    return index
  }

  /// The first index from `start` at which the byte stands, or `count`.
  package func firstIndex(of byte: UInt8, from start: Int) -> Int {
    var index = skipping(from: start) { $0.has(byte) }
    while index < count, self[index] != byte { index += 1 }
    return index
  }
}

extension [UInt8] {
  /// Where a word stands first from an index on; nil where it does not.
  package func firstRange(of word: [UInt8], from start: Int = 0) -> Range<Int>? {
    guard let first = word.first else { return nil }
    return withUnsafeBufferPointer { bytes in
      var index = bytes.firstIndex(of: first, from: start)
      while index + word.count <= bytes.count {
        if word.indices.allSatisfy({ bytes[index + $0] == word[$0] }) { return index..<index + word.count }
        index = bytes.firstIndex(of: first, from: index + 1)
      }
      return nil
    }
  }
}
