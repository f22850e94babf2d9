// SPDX-License-Identifier: MIT

/// A short name for some bytes: 16 hexadecimal digits of FNV-1a (64 bit). Not for secrets; for asset names and for
/// knowing whether a text has changed.
func fingerprint(_ bytes: [UInt8]) -> String {
  var hash: UInt64 = 0xcbf2_9ce4_8422_2325
  for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
  let digits = String(hash, radix: 16)
  return String(repeating: "0", count: 16 - digits.count) + digits
}
