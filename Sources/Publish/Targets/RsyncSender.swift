// SPDX-License-Identifier: MIT
import Diagnostics
import Programs

/// Sends by rsync, which compares checksums. What the target has at its top under names with a dot stays.
struct RsyncSender: Sender {
  let shipment: Shipment
  /// `user@host:/path`, or an absolute path.
  let destination: String

  private var rsync: Program { program() }

  /// rsync's own limit is not enough while it sends: its signs of life count as traffic, though nobody answers them.
  /// Told to show progress, it is silent only where nothing moves.
  private var sending: Program { program(patience: .seconds(2 * shipment.timeout)) }

  private static let showsProgress = ["--info=progress2", "--outbuf=N"]

  private func program(patience: Duration? = nil) -> Program {
    shipment.program("rsync", limits: ["RSYNC_RSH": shipment.patientSSH], patience: patience)
  }

  /// rsync takes a limit for connecting to its own service only; ssh has one of its own.
  private var limits: [String] {
    let isService = destination.hasPrefix("rsync://") || destination.prefix { $0 != "/" }.contains("::")
    return ["--timeout=\(shipment.timeout)"] + (isService ? ["--contimeout=\(shipment.timeout)"] : [])
  }

  /// Behind these, names are names: not options, not read by the shell of the other machine.
  private var folders: [String] {
    let isFolder = destination.hasSuffix("/") || destination.hasSuffix(":")
    return ["--mkpath", "--secluded-args"] + limits + ["--", shipment.site.folder + "/"]
      + [isFolder ? destination : destination + "/"]
  }

  func plan() async throws(Diagnostic) -> PublishPlan {
    let answer = try await rsync.run(
      to: "compare with '\(destination)'",
      ["--recursive", "--checksum", "--dry-run", "--delete", "--force", "--exclude=/.*", "--8-bit-output"]
        + ["--out-format=%i %n"] + folders)
    return PublishPlan(answer.split(separator: "\n").compactMap { change(String($0)) })
  }

  func send(_ plan: PublishPlan, _ progress: (String) -> Void) async throws(Diagnostic) {
    for (pass, changes) in plan.passes {
      progress(describe(pass, changes.count))
      // With `./` before it, no name reads as a comment.
      let list = try shipment.list(changes, prefix: "./", terminator: "\0")
      try await sending.run(
        to: "send to '\(destination)'", hint: Shipment.again,
        Self.showsProgress + ["--checksum", "--force", "--from0", "--files-from=\(list)"] + folders)
    }
    guard !plan.deleted.isEmpty else { return }
    progress("deletions: \(plan.deleted.count)")
    try await rsync.run(
      to: "delete at '\(destination)'", hint: Shipment.again,
      ["--recursive", "--delete-after", "--force", "--existing", "--ignore-existing", "--exclude=/.*"] + folders)
  }

  /// Reads a line such as `<f+++++++++ index.html`, `<fcs........ about/index.html` or `*deleting   old/index.html`;
  /// nil for folders.
  private func change(_ line: String) -> PublishPlan.Change? {
    let parts = line.split(separator: " ", maxSplits: 1)
    guard parts.count == 2, !line.hasSuffix("/") else { return nil }
    if parts[0] == "*deleting" {
      return PublishPlan.Change(kind: .deleted, path: String(parts[1].drop { $0 == " " }), bytes: 0)
    }
    let path = String(parts[1])
    guard parts[0].dropFirst().first == "f", let bytes = shipment.site.sizes[path] else { return nil }
    return PublishPlan.Change(kind: parts[0].contains("+") ? .new : .changed, path: path, bytes: bytes)
  }
}
