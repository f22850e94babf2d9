// SPDX-License-Identifier: MIT
import Diagnostics
import Foundation
import Programs

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
  /// How many seconds the other side may say nothing.
  let timeout: Int
  /// Where site.yml names the target.
  let place: Place

  /// What a failure on the way hints at.
  static let again = "publish again when it is mended; what is there already is not sent twice"

  /// A program that sends.
  ///
  /// - Parameter environment: A variable that the user has set already stays as it is.
  func program(
    _ name: String, limits environment: [String: String] = [:], patience: Duration? = nil
  ) -> Program {
    let own = ProcessInfo.processInfo.environment
    return Program(
      name: name, package: name, rule: "publish-failed", place: place,
      environment: environment.filter { own[$0.key] == nil }, patience: patience)
  }

  /// ssh that notices a host which does not answer, or has gone: `ssh -o ConnectTimeout=60 …`.
  var patientSSH: String {
    "ssh -o ConnectTimeout=\(timeout) -o ServerAliveInterval=\(max(1, timeout / 4)) -o ServerAliveCountMax=4"
  }

  /// A file that holds the paths of some changes, each between `prefix` and `terminator`.
  func list(_ changes: [PublishPlan.Change], prefix: String = "", terminator: String) throws(Diagnostic) -> String {
    let path = workFolder + "/paths"
    try writeFile(changes.map { prefix + $0.path + terminator }.joined(), to: path, at: place)
    return path
  }
}
