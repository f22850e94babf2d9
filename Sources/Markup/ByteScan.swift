// SPDX-License-Identifier: MIT

/// Sixteen bytes of text, looked at together.
package typealias ByteBlock = SIMD16<UInt8>

extension UnsafeBufferPointer<UInt8> {
  /// Passes over blocks of sixteen bytes in which no byte is marked; prose is nearly all such blocks.
  ///
  /// - Returns: Where a block with a marked byte begins, or an index less than sixteen from the end.
  @inline(__always)
  package func skipping(from start: Int, _ marks: (ByteBlock) -> SIMDMask<SIMD16<Int8>>) -> Int {
    guard let base = baseAddress else { return start }
    let bytes = UnsafeRawPointer(base)
    var index = start
    while index + 16 <= count {
      let found = marks(bytes.loadUnaligned(fromByteOffset: index, as: ByteBlock.self))
      let halves = unsafeBitCast(found, to: SIMD2<UInt64>.self)
      if halves.x | halves.y != 0 { break }
      index += 16
    }
    return index
  }

  /// The first index from `start` at which the byte stands, or `count`.
  package func firstIndex(of byte: UInt8, from start: Int) -> Int {
    var index = skipping(from: start) { $0 .== byte }
    while index < count, self[index] != byte { index += 1 }
    return index
  }
}
