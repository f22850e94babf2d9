// SPDX-License-Identifier: MIT
import Diagnostics

/// One way of making a target hold a site.
protocol Sender: Sendable {
  /// Compares the target with the site, by content. Writes nothing at the target.
  func plan() async throws(Diagnostic) -> PublishPlan

  /// Does what the plan says, in the order of its passes, deletions last.
  func send(_ plan: PublishPlan, _ progress: (String) -> Void) async throws(Diagnostic)
}

/// What each sender is made from.
struct Shipment: Sendable {
  let site: SiteFiles
  /// For the sender's own files; goes when it has ended.
  let workFolder: String
  /// Where site.yml names the target.
  let place: Place

  /// A file that holds the paths of some changes, each between `prefix` and `terminator`.
  func list(_ changes: [PublishPlan.Change], prefix: String = "", terminator: String) throws(Diagnostic) -> String {
    let path = workFolder + "/paths"
    try writeFile(changes.map { prefix + $0.path + terminator }.joined(), to: path, at: place)
    return path
  }
}
