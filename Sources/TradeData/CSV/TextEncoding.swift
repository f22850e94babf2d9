// SPDX-License-Identifier: MIT

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The encodings that a resource may declare.
package enum TextEncoding: String, CaseIterable, Sendable {
  case utf8 = "utf-8"
  case shiftJIS = "shift_jis"
  case eucKR = "euc-kr"
  case gb18030

  /// Reads a declared name: `Shift_JIS`, `cp949`, `GBK`; nil for one that is not supported.
  package init?(label: String) {
    switch label.lowercased() {
    case "utf-8", "utf8", "utf-8-sig", "us-ascii", "ascii": self = .utf8
    case "shift_jis", "shift-jis", "sjis", "cp932", "windows-31j", "ms932": self = .shiftJIS
    case "euc-kr", "euc_kr", "cp949", "uhc", "ks_c_5601-1987": self = .eucKR
    case "gb18030", "gbk", "gb2312", "cp936": self = .gb18030
    default: return nil
    }
  }

  /// What iconv calls it: the vendors' supersets, which is what spreadsheets write.
  private var iconvName: String {
    switch self {
    case .utf8: "UTF-8"
    case .shiftJIS: "CP932"
    case .eucKR: "CP949"
    case .gb18030: "GB18030"
    }
  }

  /// The bytes as UTF-8.
  /// - Throws: `EncodingFault` at the first byte that is not in the encoding.
  package func utf8(_ bytes: [UInt8]) throws(EncodingFault) -> [UInt8] {
    if self == .utf8 { return bytes }
    guard let converter = iconv_open("UTF-8", iconvName), Int(bitPattern: converter) != -1 else {
      throw EncodingFault(decoded: [], byte: nil)
    }
    defer { iconv_close(converter) }
    var input = bytes
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count * 3 / 2)
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    var consumed = 0
    while consumed < input.count {
      let (status, left, written) = convert(converter, &input, from: consumed, into: &chunk)
      output += chunk[..<written]
      consumed = input.count - left
      if status == -1, written == 0 { throw EncodingFault(decoded: output, byte: input[consumed]) }
    }
    return output
  }

  private func convert(
    _ converter: iconv_t, _ input: inout [UInt8], from start: Int, into chunk: inout [UInt8]
  ) -> (status: Int, left: Int, written: Int) {
    let capacity = chunk.count
    return input.withUnsafeMutableBytes { source in
      chunk.withUnsafeMutableBytes { target in
        var from = source.baseAddress?.advanced(by: start).assumingMemoryBound(to: CChar.self)
        var to = target.baseAddress?.assumingMemoryBound(to: CChar.self)
        var (left, room) = (source.count - start, capacity)
        let status = iconv(converter, &from, &left, &to, &room)
        return (status, left, capacity - room)
      }
    }
  }
}

/// Bytes that are not in the declared encoding.
package struct EncodingFault: Error {
  /// What came before, as UTF-8.
  package let decoded: [UInt8]
  /// The byte that could not be read; nil where the system does not know the encoding.
  package let byte: UInt8?
}
