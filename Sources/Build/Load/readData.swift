// SPDX-License-Identifier: MIT
import Diagnostics
import TradeData

/// Reads the data package of a site's folder.
func readData(root: String, cache: TableCache?, _ diagnostics: inout [Diagnostic]) -> DataPackage {
  loadDataPackage(folder: "Content/Data", files: FileReader(root: root), cache: cache, diagnostics: &diagnostics)
}

extension FileReader {
  /// The largest file of data that is read, in bytes: some twenty million rows.
  static let sizeLimit = 1_000_000_000

  /// Reads from a site's folder; a link that leads out of it counts as missing.
  ///
  /// - Parameter whileReading: Called before a file's end is checked, for tests.
  init(root: String, whileReading: (@Sendable () -> Void)? = nil) {
    let realRoot = Disk.resolved(root) ?? root
    self.init { path throws(FileFault) in
      guard let location = Disk.resolved(root + "/" + path), location.hasPrefix(realRoot + "/") else { throw .missing }
      guard let before = Disk.state(of: location) else { throw .missing }
      if before.size > Self.sizeLimit { throw .tooLarge(size: before.size, limit: Self.sizeLimit) }
      let bytes: [UInt8]
      do throws(DiskFault) { bytes = try Disk.read(location) } catch { throw .unreadable(error.reason) }
      whileReading?()
      // A file that is being written grows, or its time moves.
      if Disk.state(of: location) != before || bytes.count != before.size { throw .changing }
      return bytes
    }
  }
}
