// SPDX-License-Identifier: MIT
import Diagnostics
import TradeData

/// Reads the data package of a site's folder.
func readData(root: String, cache: TableCache?, _ diagnostics: inout [Diagnostic]) -> DataPackage {
  loadDataPackage(folder: "Content/Data", files: FileReader(root: root), cache: cache, diagnostics: &diagnostics)
}

extension FileReader {
  /// Reads from a site's folder; a link that leads out of it counts as missing.
  init(root: String) {
    let realRoot = Disk.resolved(root) ?? root
    self.init { path throws(FileFault) in
      guard let location = Disk.resolved(root + "/" + path), location.hasPrefix(realRoot + "/") else { throw .missing }
      do throws(DiskFault) { return try Disk.read(location) } catch { throw .unreadable(error.reason) }
    }
  }
}
