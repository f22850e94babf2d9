// SPDX-License-Identifier: MIT

/// A short name for some bytes, 16 hexadecimal digits. Not for secrets; for asset names and for knowing whether a text
/// has changed.
package func fingerprint(_ bytes: [UInt8]) -> String {
  var digest = Digest(seed: UInt64(bytes.count))
  bytes.withUnsafeBytes { digest.mix($0) }
  return digest.text
}

/// A running fingerprint: FNV-1a over words of eight bytes, with a final mix.
package struct Digest: Sendable {
  private var hash: UInt64

  /// - Parameter seed: Gives another fingerprint of the same.
  package init(seed: UInt64 = 0) { hash = 0xcbf2_9ce4_8422_2325 ^ seed }

  /// Mixes in a number.
  package mutating func mix(_ word: UInt64) {
    hash = (hash ^ word) &* 0x0000_0100_0000_01B3
    hash ^= hash >> 29
  }

  /// Mixes in bytes; how many there are is not told from them.
  package mutating func mix(_ bytes: UnsafeRawBufferPointer) {
    var index = 0
    while index + 8 <= bytes.count {
      mix(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)))
      index += 8
    }
    while index < bytes.count {
      mix(UInt64(bytes[index]))
      index += 1
    }
  }

  /// Text, told from what is mixed in after it.
  package mutating func mix(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      mix(UInt64(bytes.count))
      mix(UnsafeRawBufferPointer(bytes))
    }
  }

  /// The digest of what has been mixed in so far.
  package var number: UInt64 {
    let mixed = (hash ^ hash >> 32) &* 0x9E37_79B9_7F4A_7C15
    return mixed ^ mixed >> 29
  }

  /// 16 hexadecimal digits.
  package var text: String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
