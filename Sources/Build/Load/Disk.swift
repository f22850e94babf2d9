// SPDX-License-Identifier: MIT
#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Why the system refused a file: the path and its own words, such as `No space left on device`.
struct DiskFault: Error, Sendable {
  let path: String
  let reason: String
  let code: Int32

  init(_ path: String, code: Int32 = errno) {
    self.path = path
    self.code = code
    reason = String(cString: strerror(code))
  }
}

/// A file's size and time, which tell whether somebody writes it.
struct FileState: Equatable {
  let size: Int
  let seconds: Int
  let nanoseconds: Int
}

/// Reads and writes whole files, and nothing else.
enum Disk {
  enum Kind: Sendable { case file, folder, link, other }

  static func read(_ path: String) throws(DiskFault) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw DiskFault(path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw DiskFault(path) }
    if status.st_mode & S_IFMT != S_IFREG { throw DiskFault(path, code: EISDIR) }
    let size = Int(status.st_size)
    var fault: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size, let base = buffer.baseAddress {
        let got = Self.read(descriptor, base + count, size - count)
        if got < 0, errno == EINTR { continue }
        if got < 0 { fault = errno }
        if got <= 0 { break }
        count += got
      }
    }
    if fault != 0 { throw DiskFault(path, code: fault) }
    return bytes
  }

  /// The size of a file and when it was last written; nil where there is none.
  static func state(of path: String) -> FileState? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    #if canImport(Glibc)
      let time = status.st_mtim
    #else
      let time = status.st_mtimespec
    #endif
    return FileState(size: Int(status.st_size), seconds: time.tv_sec, nanoseconds: time.tv_nsec)
  }

  /// Writes a new file. It must not be there yet.
  static func write(_ bytes: [UInt8], to path: String) throws(DiskFault) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw DiskFault(path) }
    var fault: Int32 = 0
    bytes.withUnsafeBytes { buffer in
      var done = 0
      while done < buffer.count, let base = buffer.baseAddress {
        let put = Self.write(descriptor, base + done, buffer.count - done)
        if put < 0, errno == EINTR { continue }
        if put <= 0 {
          fault = put < 0 ? errno : ENOSPC
          break
        }
        done += put
      }
    }
    if close(descriptor) != 0, fault == 0 { fault = errno }
    if fault != 0 { throw DiskFault(path, code: fault) }
  }

  /// The names in a folder, sorted by their bytes.
  static func names(in path: String) throws(DiskFault) -> [String] {
    guard let folder = opendir(path) else { throw DiskFault(path) }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { buffer in
        String(decoding: buffer.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted(by: bytesPrecede)
  }

  /// What stands at a path, links not followed; nil where nothing does.
  static func kind(of path: String) -> Kind? {
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    return switch status.st_mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .folder
    case S_IFLNK: .link
    default: .other
    }
  }

  /// The path with every link resolved; nil where it leads nowhere.
  static func resolved(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  /// Makes a folder and those above it.
  static func makeFolder(_ path: String) throws(DiskFault) {
    if mkdir(path, 0o755) == 0 || errno == EEXIST { return }
    guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash != path.startIndex else { throw DiskFault(path) }
    try makeFolder(String(path[..<slash]))
    guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw DiskFault(path) }
  }

  /// Removes a file, or a folder with all that is in it; links are removed, not followed.
  static func remove(_ path: String) throws(DiskFault) {
    switch kind(of: path) {
    case nil: return
    case .folder:
      for name in try names(in: path) { try remove(path + "/" + name) }
      guard rmdir(path) == 0 else { throw DiskFault(path) }
    default: guard unlink(path) == 0 else { throw DiskFault(path) }
    }
  }

  private static func read(_ descriptor: Int32, _ buffer: UnsafeMutablePointer<UInt8>, _ count: Int) -> Int {
    #if canImport(Glibc)
      Glibc.read(descriptor, buffer, count)
    #else
      Darwin.read(descriptor, buffer, count)
    #endif
  }

  private static func write(_ descriptor: Int32, _ buffer: UnsafeRawPointer, _ count: Int) -> Int {
    #if canImport(Glibc)
      Glibc.write(descriptor, buffer, count)
    #else
      Darwin.write(descriptor, buffer, count)
    #endif
  }
}

/// Whether one text comes before another by its bytes; a large folder's names are compared a hundred thousand times.
private func bytesPrecede(_ a: String, _ b: String) -> Bool {
  let order: Bool?? = a.utf8.withContiguousStorageIfAvailable { a in
    b.utf8.withContiguousStorageIfAvailable { b in
      for index in 0..<min(a.count, b.count) where a[index] != b[index] { return a[index] < b[index] }
      return a.count < b.count
    }
  }
  return order.flatMap(\.self) ?? a.utf8.lexicographicallyPrecedes(b.utf8)
}
