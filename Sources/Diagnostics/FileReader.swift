// SPDX-License-Identifier: MIT

/// How files are read: the one door to the disk, which a test replaces by a dictionary.
public struct FileReader: Sendable {
  /// The bytes of a file, by its path relative to the site's folder, with `/` between the parts.
  public let read: @Sendable (_ path: String) throws(FileFault) -> [UInt8]

  /// Reads from wherever a function reads.
  public init(read: @escaping @Sendable (_ path: String) throws(FileFault) -> [UInt8]) {
    self.read = read
  }

  /// Reads from memory: paths and their bytes.
  public init(_ files: [String: [UInt8]]) {
    read = { path throws(FileFault) in
      guard let bytes = files[path] else { throw .missing }
      return bytes
    }
  }
}

/// Why a file could not be read.
public enum FileFault: Error, Hashable, Sendable {
  case missing
  /// It is there, but cannot be read: the reason in the system's words.
  case unreadable(String)
  /// Its size or its time changed while it was read: another program is writing it.
  case changing
  /// It has more bytes than are read.
  case tooLarge(size: Int, limit: Int)

  /// The fault in words, behind *cannot be read:*.
  public var reason: String {
    switch self {
    case .missing: "it is not there"
    case .unreadable(let reason): reason
    case .changing: "it changed while it was read"
    case .tooLarge(let size, let limit): "it has \(size) bytes; at most \(limit) are read"
    }
  }
}
