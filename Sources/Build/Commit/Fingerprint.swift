// SPDX-License-Identifier: MIT

/// A short name for some bytes, 16 hexadecimal digits: FNV-1a over words of eight bytes, with a final mix. Not for
/// secrets; for asset names and for knowing whether a text has changed.
package func fingerprint(_ bytes: [UInt8]) -> String {
  var hash: UInt64 = 0xcbf2_9ce4_8422_2325 ^ UInt64(bytes.count)
  bytes.withUnsafeBytes { buffer in
    var index = 0
    func mix(_ word: UInt64) {
      hash = (hash ^ word) &* 0x0000_0100_0000_01B3
      hash ^= hash >> 29
    }
    while index + 8 <= buffer.count {
      mix(UInt64(littleEndian: buffer.loadUnaligned(fromByteOffset: index, as: UInt64.self)))
      index += 8
    }
    while index < buffer.count {
      mix(UInt64(buffer[index]))
      index += 1
    }
  }
  hash = (hash ^ hash >> 32) &* 0x9E37_79B9_7F4A_7C15
  let digits = String(hash ^ hash >> 29, radix: 16)
  return String(repeating: "0", count: 16 - digits.count) + digits
}
