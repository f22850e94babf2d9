// SPDX-License-Identifier: MIT
import Diagnostics
import GRDB
import GRDBSQLite

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A whole cache file that this process reads. While it does, no other process removes it.
///
/// The name of a file holds the fingerprint of its bytes, which are compared with it before it is used: a file that was
/// cut short, or that somebody changed, is none.
final class CacheFile: Sendable {
  /// Where it is.
  let path: String
  /// The tables that were put into it together, by a name for all of them.
  let packageKey: String
  /// Holds the lock that says that the file is in use.
  private let descriptor: Int32
  private let queue: DatabaseQueue

  /// - Returns: nil for a file that is not what its name says.
  init?(_ path: String) {
    let words = (path.split(separator: "/").last ?? "").split { $0 == "-" || $0 == "." }
    guard words.count == 4, words[0] == "tables", words[3] == "sqlite" else { return nil }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    guard flock(descriptor, LOCK_SH | LOCK_NB) == 0, digest(of: descriptor) == words[2],
      let queue = try? DatabaseQueue(path: Self.address(path), configuration: Self.configuration)
    else {
      close(descriptor)
      return nil
    }
    self.path = path
    packageKey = String(words[1])
    self.descriptor = descriptor
    self.queue = queue
  }

  deinit { close(descriptor) }

  /// Lends the file's own connection.
  func withConnection(_ body: (OpaquePointer) -> Void) {
    queue.unsafeRead { database in database.sqliteConnection.map(body) }
  }

  /// How SQLite is given the file: it never changes, so that nothing need be locked or looked for beside it.
  var address: String { Self.address(path) }

  /// Opens nothing for writing.
  static var configuration: Configuration {
    var configuration = Configuration()
    configuration.readonly = true
    return configuration
  }

  private static func address(_ path: String) -> String {
    let escaped = path.utf8.map { byte -> String in
      let isPlain = isWordByte(byte) && byte < 0x80 || "/.-~".utf8.contains(byte)
      return isPlain ? String(Unicode.Scalar(byte)) : "%" + hexadecimal(byte).dropFirst(2)
    }
    return "file:\(escaped.joined())?immutable=1"
  }
}

/// The fingerprint of an open file's bytes.
func digest(of descriptor: Int32) -> String {
  var digest = Digest()
  let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 16)
  defer { chunk.deallocate() }
  lseek(descriptor, 0, SEEK_SET)
  while true {
    var filled = 0
    while filled < chunk.count {
      let got = read(descriptor, chunk.baseAddress?.advanced(by: filled), chunk.count - filled)
      if got < 0, errno == EINTR { continue }
      if got <= 0 { break }
      filled += got
    }
    if filled == 0 { return digest.text }
    digest.mix(UnsafeRawBufferPointer(rebasing: chunk[..<filled]))
  }
}
