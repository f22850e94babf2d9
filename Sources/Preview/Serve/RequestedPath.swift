// SPDX-License-Identifier: MIT
import Foundation
import Markup

/// The place of the site that a request names: `/briefings/%ED%95%9C/` → `briefings/한/`.
///
/// - Returns: nil where the target is no place of any site: bad escapes, `..` in any writing, control characters.
func requestedPath(_ target: String) -> SitePath? {
  guard target.hasPrefix("/"), let decoded = target.removingPercentEncoding else { return nil }
  return SitePath(String(decoded.dropFirst()))
}
