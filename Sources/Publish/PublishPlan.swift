// SPDX-License-Identifier: MIT

/// What has to be done so that a target holds the site, and in which order.
public struct PublishPlan: Sendable, Hashable {
  public enum Kind: Sendable, Hashable { case new, changed, deleted }

  /// One file that the target has to get, or to lose.
  public struct Change: Sendable, Hashable {
    public let kind: Kind
    /// From the site's root: `briefings/index.html`.
    public let path: String
    /// What is sent; 0 for a deletion.
    public let bytes: Int
  }

  /// By path.
  public let changes: [Change]

  init(_ changes: some Sequence<Change>) {
    self.changes = changes.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  public func changes(_ kind: Kind) -> [Change] { changes.filter { $0.kind == kind } }

  var deleted: [String] { changes(.deleted).map(\.path) }

  /// What is sent together, in the order of `Pass`; passes without a file are left out.
  var passes: [(pass: Pass, changes: [Change])] {
    let sent = changes.filter { $0.kind != .deleted }
    return Pass.allCases.compactMap { pass in
      let members = sent.filter { Pass(of: $0) == pass }
      return members.isEmpty ? nil : (pass, members)
    }
  }
}

/// The order of sending: no reader meets a page whose stylesheet, chart or linked page is not there yet, and no feed
/// names a page before it can be read. Deletions come after all of them.
enum Pass: String, CaseIterable {
  case assets
  case newPages = "new pages"
  case changedPages = "changed pages"
  case lists = "feeds and sitemap"

  init(of change: PublishPlan.Change) {
    let isCompressed = [".gz", ".br"].contains { change.path.hasSuffix($0) }
    let path = change.path.dropLast(isCompressed ? 3 : 0)
    let name = path.split(separator: "/").last ?? path
    if Pass.namesOfLists.contains(String(name)) {
      self = .lists
    } else if name.hasSuffix(".html") {
      self = change.kind == .new ? .newPages : .changedPages
    } else {
      self = .assets
    }
  }

  private static let namesOfLists: Set = [
    "sitemap.xml", "robots.txt", "rss.xml", "atom.xml", "feed.json", "_headers", "_nginx.conf", "_redirects",
  ]
}
