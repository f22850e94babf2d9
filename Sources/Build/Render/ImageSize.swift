// SPDX-License-Identifier: MIT

/// Width and height of an image in pixels, read from its header.
struct ImageSize: Sendable, Hashable {
  let width: Int
  let height: Int

  /// - Returns: nil for a format it does not know (it knows PNG, JPEG, GIF, WebP) or a header cut short.
  init?(_ bytes: [UInt8]) {
    func big(_ index: Int, _ count: Int) -> Int {
      index + count <= bytes.count ? bytes[index..<index + count].reduce(0) { $0 << 8 | Int($1) } : 0
    }
    func little(_ index: Int, _ count: Int) -> Int {
      index + count <= bytes.count ? bytes[index..<index + count].reversed().reduce(0) { $0 << 8 | Int($1) } : 0
    }
    var size = (width: 0, height: 0)
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) {
      size = (big(16, 4), big(20, 4))
    } else if bytes.starts(with: Array("GIF8".utf8)) {
      size = (little(6, 2), little(8, 2))
    } else if bytes.starts(with: Array("RIFF".utf8)), bytes.dropFirst(8).starts(with: Array("WEBP".utf8)) {
      switch bytes.dropFirst(12).prefix(4) {
      case let kind where kind.elementsEqual("VP8X".utf8): size = (little(24, 3) + 1, little(27, 3) + 1)
      case let kind where kind.elementsEqual("VP8L".utf8):
        size = ((little(21, 2) & 0x3FFF) + 1, (little(22, 3) >> 6 & 0x3FFF) + 1)
      default: size = (little(26, 2) & 0x3FFF, little(28, 2) & 0x3FFF)
      }
    } else if bytes.starts(with: [0xFF, 0xD8]) {
      var index = 2
      while index + 9 < bytes.count, bytes[index] == 0xFF {
        let marker = bytes[index + 1]
        if 0xC0...0xCF ~= marker, ![0xC4, 0xC8, 0xCC].contains(marker) {
          size = (big(index + 7, 2), big(index + 5, 2))
          break
        }
        index += 2 + big(index + 2, 2)
      }
    }
    guard size.width > 0, size.height > 0 else { return nil }
    (width, height) = size
  }
}
