// SPDX-License-Identifier: MIT
import Diagnostics
import TradeData

/// A site's tables, to be asked without building its pages.
public struct SiteData: Sendable {
  /// What is known about each table.
  public let package: DataPackage
  /// The tables as SQL reads them: read only, within limits, with the indicators.
  public let database: TradeDatabase
}

/// Loads the data package of a site.
///
/// - Parameters:
///   - root: The site's folder, which holds `Content`.
///   - tool: What tells this tool from another version of it; it finds the tables that its last build kept.
/// - Returns: nil where there is no data, or an error in it; `diagnostics` says so.
public func openData(root: String, tool: String?, diagnostics: inout [Diagnostic]) -> SiteData? {
  let cache = tool.map { TableCache(folder: root + "/.briefing", tool: $0, isWritable: false) }
  let package = readData(root: root, cache: cache, &diagnostics)
  if diagnostics.hasErrors { return nil }
  do {
    let database = try TradeDatabase(package, cache: cache)
    return SiteData(package: package.reading(database), database: database)
  } catch {
    diagnostics.append(error)
    return nil
  }
}
