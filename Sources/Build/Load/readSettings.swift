// SPDX-License-Identifier: MIT
import Diagnostics
import Settings

/// Reads `Content/site.yml`.
///
/// - Returns: nil where something is wrong; `diagnostics` says what.
func readSettings(root: String, others: OtherSettings, _ diagnostics: inout [Diagnostic]) -> SiteSettings? {
  let place = Place(SiteSettings.path)
  do {
    let bytes = try Disk.read(root + "/" + SiteSettings.path)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      diagnostics.append(.error("not-utf8", "the file is not UTF-8", at: place))
      return nil
    }
    let origin = Place(SiteSettings.path, line: 1, column: 1)
    let setting = try Setting(yaml: text, at: origin) ?? Setting(.mapping([]), at: origin)
    return SiteSettings(setting, others: others, diagnostics: &diagnostics)
  } catch let fault as DiskFault {
    diagnostics.append(
      .error(
        "site-missing", "cannot read Content/site.yml: \(fault.reason)", at: place,
        hint: "it needs title, url and publisher"))
  } catch let fault as Diagnostic {
    diagnostics.append(fault)
  } catch {
    diagnostics.append(.error("yaml-syntax", "\(error)", at: place))
  }
  return nil
}
