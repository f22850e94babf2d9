// SPDX-License-Identifier: MIT
import Testing

@testable import Diagnostics

@Suite("Digests")
struct DigestTests {
  private func hex(_ bytes: [UInt8]) -> String { bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() }

  @Test(
    "MD5 has the values of RFC 1321",
    arguments: [
      ("", "d41d8cd98f00b204e9800998ecf8427e"), ("abc", "900150983cd24fb0d6963f7d28e17f72"),
      ("message digest", "f96b697d7cb7938d525a2f31aaf161d0"),
      (String(repeating: "1234567890", count: 8), "57edf4a22be3c955ac49da2e2107b67a"),
    ])
  func md5(text: String, digest: String) { #expect(hex(md5Digest(text.utf8)) == digest) }

  @Test(
    "SHA-1 has the values of FIPS 180",
    arguments: [
      ("abc", "a9993e364706816aba3e25717850c26c9cd0d89d"), (twoBlocks, "84983e441c3bd26ebaae4aa1f95129e5e54670f1"),
      (million, "34aa973cd4c4daa4f61eeb2bdbad27316534016f"),
    ])
  func sha1(text: String, digest: String) { #expect(hex(sha1Digest(text.utf8)) == digest) }

  @Test(
    "SHA-256 has the values of FIPS 180-4",
    arguments: [
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (twoBlocks, "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"),
      (million, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
    ])
  func sha256(text: String, digest: String) { #expect(hex(sha256Digest(text.utf8)) == digest) }

  @Test(
    "SHA-512 has the values of FIPS 180-4",
    arguments: [
      (
        "abc",
        "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
          + "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f"
      ),
      (
        longTwoBlocks,
        "8e959b75dae313da8cf4f72814fc143f8f7779c6eb9f7fa17299aeadb6889018"
          + "501d289e4900f7e4331b99dec4b5433ac7d329eeb6dd26545e96e55b874be909"
      ),
      (
        million,
        "e718483d0ce769644e2e42c7bc15b4638e1f98b13b2044285632a803afa973eb"
          + "de0ff244877ea60a4cb0432ce577c31beb009c5c2c49aa2e4eadb217ad8cc09b"
      ),
    ])
  func sha512(text: String, digest: String) { #expect(hex(sha512Digest(text.utf8)) == digest) }
}

private let twoBlocks = "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"
private let longTwoBlocks =
  "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmn"
  + "hijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu"
private let million = String(repeating: "a", count: 1_000_000)
