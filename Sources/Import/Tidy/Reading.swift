// SPDX-License-Identifier: MIT
import Figures

/// What a portal's reader made of a download: tidy rows, and what is known of them.
struct Reading: Sendable {
  /// The rows.
  let table: TidyTable
  /// What a reader sees above them.
  let title: String
  /// What the rows are, in a sentence.
  let description: String
  /// Who publishes the figures.
  let publisher: String
  /// Where they were taken from.
  let sources: [Source]
  /// What a reader may do with them.
  let licence: Licence
  /// FOB, CIF, FAS or customs value; nil where the portal's figures have none.
  let valuation: String?
  /// The economy whose figures they are; nil where there are several.
  let reporter: String?
  /// What a reader of the figures has to know; they go into the data package.
  let caveats: [String]
  /// What the editor should know about this import; printed only.
  let remarks: [String]

  /// Where figures were taken from.
  struct Source: Sendable {
    let title: String
    /// An address; nil where there is none that stays.
    let path: String?
  }

  /// What the portal permits.
  struct Licence: Sendable {
    /// An identifier such as `CC-BY-4.0`.
    let name: String
    /// The licence in words.
    let title: String
    /// Whether the portal states it, so that the table may be published under it.
    let isStated: Bool

    /// For a portal whose file names none.
    static let unchecked = Licence(
      name: "other-attribution", title: "Official statistics, reuse with attribution; terms not checked",
      isStated: false)
    /// Of UN Comtrade, and of what rests on it.
    static let unitedNations = Licence(
      name: "other-closed",
      title: "© United Nations; for internal use, not to be re-disseminated without written permission", isStated: true)
    /// What an editor should know before a table under it goes into a public site.
    static let publishingRemark = "the site publishes each table as a download, which this licence does not allow"
  }
}
