// SPDX-License-Identifier: MIT

/// A zip archive's parts by name, read by its central directory (PKWARE APPNOTE 4.3).
struct ZipArchive {
  /// The largest archive in bytes.
  static let inputLimit = 64 << 20
  /// The most bytes that the parts of one archive may come to.
  static let inflatedLimit = 512 << 20
  /// The most parts; a workbook has some ten and a few for each sheet.
  static let entryLimit = 10_000

  private struct Entry {
    let flags: Int
    let method: Int
    let checksum: UInt32
    let packedSize: Int
    let size: Int
    /// Where the part's own header stands.
    let offset: Int
  }

  private let bytes: [UInt8]
  private var entries: [String: Entry] = [:]
  /// How many bytes may still be inflated.
  private var left: Int

  /// Reads the list of parts.
  init(_ bytes: [UInt8], inflatedLimit: Int = ZipArchive.inflatedLimit) throws(WorkbookFault) {
    self.bytes = bytes
    left = inflatedLimit
    guard bytes.count <= Self.inputLimit else {
      throw .tooLarge("the workbook has \(bytes.count >> 20) MB; no more than \(Self.inputLimit >> 20) are read")
    }
    guard let end = Self.endOfDirectory(bytes) else {
      throw .damaged("its list of parts is missing, so it was cut short")
    }
    let (count, size, start) = (bytes.short(end + 10), bytes.long(end + 12), bytes.long(end + 16))
    guard count < 0xFFFF, size < 0xFFFF_FFFF, start < 0xFFFF_FFFF else {
      throw WorkbookFault(
        message: "the workbook is in zip64, which is not read", hint: "save it again, or as CSV UTF-8")
    }
    guard count <= Self.entryLimit else {
      throw .tooLarge("the workbook has \(count) parts; no more than \(Self.entryLimit) are read")
    }
    guard bytes.short(end + 4) == 0, start + size <= end else {
      throw .damaged("its list of parts is not where it says")
    }
    var position = start
    for _ in 0..<count {
      guard position + 46 <= end, bytes.long(position) == 0x0201_4B50 else {
        throw .damaged("its list of parts is not whole")
      }
      let name = position + 46
      let after = name + bytes.short(position + 28)
      guard after <= end else { throw .damaged("its list of parts is not whole") }
      entries[Self.key(String(decoding: bytes[name..<after], as: UTF8.self))] = Entry(
        flags: bytes.short(position + 8), method: bytes.short(position + 10),
        checksum: UInt32(bytes.long(position + 16)), packedSize: bytes.long(position + 20),
        size: bytes.long(position + 24), offset: bytes.long(position + 42))
      position = after + bytes.short(position + 30) + bytes.short(position + 32)
    }
  }

  /// Whether there is a part of a name.
  func holds(_ name: String) -> Bool { entries[Self.key(name)] != nil }

  /// A part's bytes, their checksum compared; nil where there is no such part.
  mutating func part(_ name: String) throws(WorkbookFault) -> [UInt8]? {
    guard let entry = entries[Self.key(name)] else { return nil }
    guard entry.flags & 1 == 0 else {
      throw WorkbookFault(message: "the workbook is encrypted ('\(name)')", hint: "save it without a password")
    }
    guard entry.size < 0xFFFF_FFFF, entry.packedSize < 0xFFFF_FFFF else {
      throw WorkbookFault(
        message: "the workbook is in zip64, which is not read", hint: "save it again, or as CSV UTF-8")
    }
    guard entry.size <= left else {
      throw .tooLarge(
        "'\(name)' of the workbook would unpack to \(entry.size >> 20) MB; no more than "
          + "\(Self.inflatedLimit >> 20) are read in all")
    }
    let header = entry.offset
    guard header + 30 <= bytes.count, bytes.long(header) == 0x0403_4B50 else {
      throw .damaged("'\(name)' is not where its list of parts says")
    }
    let start = header + 30 + bytes.short(header + 26) + bytes.short(header + 28)
    guard start + entry.packedSize <= bytes.count else { throw .damaged("'\(name)' is cut short") }
    let packed = bytes[start..<start + entry.packedSize]
    let content: [UInt8]?
    switch entry.method {
    case 0: content = Array(packed)
    case 8: content = inflated(packed, size: entry.size)
    default: throw .damaged("'\(name)' is packed by method \(entry.method), which workbooks do not use")
    }
    guard let content, content.count == entry.size, checksum(content) == entry.checksum else {
      throw .damaged("'\(name)' does not unpack to what its list of parts says")
    }
    left -= content.count
    return content
  }

  /// Part names are compared without regard to case (ECMA-376-2, 6.2.2.3); some programs write them with `\`.
  private static func key(_ name: String) -> String { name.replacing("\\", with: "/").lowercased() }

  /// Where the record that ends the list of parts stands; a comment of up to 65,535 bytes may follow it.
  private static func endOfDirectory(_ bytes: [UInt8]) -> Int? {
    var position = bytes.count - 22
    while position >= max(0, bytes.count - 22 - 0xFFFF) {
      if bytes.long(position) == 0x0605_4B50, position + 22 + bytes.short(position + 20) <= bytes.count {
        return position
      }
      position -= 1
    }
    return nil
  }
}

extension [UInt8] {
  /// A number of two bytes, the lowest first; the caller knows that they are there.
  fileprivate func short(_ position: Int) -> Int { Int(self[position]) | Int(self[position + 1]) << 8 }

  /// A number of four bytes.
  fileprivate func long(_ position: Int) -> Int { short(position) | short(position + 2) << 16 }
}
