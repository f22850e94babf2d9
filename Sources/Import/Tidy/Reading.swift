// SPDX-License-Identifier: MIT
import Figures

/// What a portal's reader made of a download: tidy rows, and what is known of them.
struct Reading: Sendable {
  let table: TidyTable
  let title: String
  let description: String
  let publisher: String
  let sources: [Source]
  let licence: Licence
  /// FOB, CIF, FAS or customs value; nil where the portal's figures have none.
  let valuation: String?
  let reporter: String?
  /// What a reader of the figures has to know; they go into the data package.
  let caveats: [String]
  /// What the editor should know about this import; printed only.
  let remarks: [String]

  struct Source: Sendable {
    let title: String
    let path: String?
  }

  struct Licence: Sendable {
    let name: String
    let title: String
    /// Whether the portal states it, so that the table may be published under it.
    let isStated: Bool

    /// For a portal whose file names none.
    static let unchecked = Licence(
      name: "other-attribution", title: "Official statistics, reuse with attribution; terms not checked",
      isStated: false)
    static let unitedNations = Licence(
      name: "other-closed",
      title: "© United Nations; for internal use, not to be re-disseminated without written permission", isStated: true)
    static let publishingRemark = "the site publishes each table as a download, which this licence does not allow"
  }
}
