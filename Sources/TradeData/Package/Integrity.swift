// SPDX-License-Identifier: MIT
import Diagnostics
import Settings

/// What a resource says of its file's bytes, by which a file that was changed or cut short is known.
struct Integrity {
  /// How many there are.
  private var byteCount: (Int, Place)?
  /// Their digest in hexadecimal digits, and how it is made.
  private var digest: (text: String, algorithm: Algorithm, place: Place)?

  private enum Algorithm: String, CaseIterable {
    case md5, sha1, sha256, sha512

    func digest(_ bytes: [UInt8]) -> String {
      let digest =
        switch self {
        case .md5: md5Digest(bytes)
        case .sha1: sha1Digest(bytes)
        case .sha256: sha256Digest(bytes)
        case .sha512: sha512Digest(bytes)
        }
      return digest.map { String(hexadecimal($0).dropFirst(2)) }.joined().lowercased()
    }
  }

  /// Reads `bytes` and `hash` of a resource: `sha256:…`, or without a name for MD5.
  init(_ fields: inout Fields) {
    if let setting = fields.setting("bytes") { byteCount = fields.integer("bytes").map { ($0, setting.place) } }
    guard let setting = fields.setting("hash"), let text = fields.text("hash") else { return }
    let parts = text.lowercased().split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let algorithm = parts.count == 2 ? Algorithm(rawValue: parts[0]) : .md5
    guard let algorithm, let value = parts.last, value.utf8.count == algorithm.digest([]).utf8.count else {
      fields.diagnostics.append(
        .error(
          "data-file-differs", "\(quoted(text)) is no digest that is checked", at: setting.place,
          hint:
            "write \(Algorithm.allCases.map { "\($0.rawValue):" }.joined(separator: ", ")) and its hexadecimal digits"))
      return
    }
    digest = (value, algorithm, setting.place)
  }

  /// Reports a file that is not the one that was described.
  func check(_ bytes: [UInt8], path: String, _ log: inout FaultLog) {
    let hint = "fetch the file again; where the change was meant, mend 'bytes' and 'hash' in the data package"
    if let (count, place) = byteCount, count != bytes.count {
      let message = "'\(path)' has \(bytes.count) bytes, not the \(count) that are declared"
      log.report("data-file-differs", .error("data-file-differs", message, at: place, hint: hint))
    } else if let (text, algorithm, place) = digest, case let found = algorithm.digest(bytes), found != text {
      let message = "'\(path)' has another \(algorithm.rawValue) than is declared: \(found)"
      log.report("data-file-differs", .error("data-file-differs", message, at: place, hint: hint))
    }
  }
}
