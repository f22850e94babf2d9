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
/// - Parameter root: The site's folder, which holds `Content`.
/// - Returns: nil where there is no data, or an error in it; `diagnostics` says so.
public func openData(root: String, diagnostics: inout [Diagnostic]) -> SiteData? {
  let package = loadDataPackage(folder: "Content/Data", files: FileReader(root: root), diagnostics: &diagnostics)
  if diagnostics.hasErrors { return nil }
  do {
    return SiteData(package: package, database: try TradeDatabase(package))
  } catch {
    diagnostics.append(error)
    return nil
  }
}
