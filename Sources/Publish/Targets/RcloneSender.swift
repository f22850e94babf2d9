// SPDX-License-Identifier: MIT
import Diagnostics
import Programs

/// Sends by rclone to any of its remotes: S3, R2, Azure, GCS, WebDAV, SFTP. What the target has at its top under names
/// with a dot stays.
struct RcloneSender: Sender {
  let shipment: Shipment
  /// `remote:path`, or an absolute path.
  let destination: String

  /// rclone tries each file many times, whatever its limits are, and goes on with the next one; at 700 files that is a
  /// night. It says a word for each file that it is done with, and the largest may take its time.
  private var rclone: Program {
    let largest = shipment.site.sizes.values.max() ?? 0
    return shipment.program("rclone", patience: .seconds(2 * shipment.timeout + largest / RcloneSender.slowest))
  }

  private var sending: Program {
    var program = rclone
    program.fault = " ERROR : "
    return program
  }

  /// Bytes in a second of the slowest line that is waited for.
  private static let slowest = 50_000

  /// Running the whole again is the user's business; a request that is not answered is tried three times.
  private var limits: [String] {
    [
      "--contimeout=\(shipment.timeout)s", "--timeout=\(shipment.timeout)s", "--retries=1", "--low-level-retries=3",
      "--verbose",
    ]
  }

  func plan() async throws(Diagnostic) -> PublishPlan {
    var answer = try await compare([])
    // Where the two sides have no checksum in common, sizes alone would be compared.
    if answer.errors.contains("could not be checked") { answer = try await compare(["--download"]) }
    let lines = answer.output.split(separator: "\n")
    if answer.errors.contains("directory not found"), lines.allSatisfy({ $0.hasPrefix("+") || $0.hasPrefix("!") }) {
      return PublishPlan(shipment.site.changes { _ in .new })
    }
    let hasFault = lines.contains { $0.hasPrefix("!") } || answer.code != 0 && lines.isEmpty
    if hasFault { throw rclone.failure(to: "compare with '\(destination)'", answer) }
    return PublishPlan(lines.compactMap { change(String($0)) })
  }

  func send(_ plan: PublishPlan, _ progress: (String) -> Void) async throws(Diagnostic) {
    for (pass, changes) in plan.passes {
      progress(describe(pass, changes.count))
      let list = try shipment.list(changes, terminator: "\n")
      // The list holds what differs, so rclone need not compare again.
      try await sending.run(
        to: "send to '\(destination)'", hint: Shipment.again,
        limits + ["copy", "--ignore-times", "--no-traverse", "--files-from-raw", list, "--"]
          + [shipment.site.folder, destination])
    }
    guard !plan.deleted.isEmpty else { return }
    progress("deletions: \(plan.deleted.count)")
    let list = try shipment.list(plan.changes(.deleted), terminator: "\n")
    try await sending.run(
      to: "delete at '\(destination)'", hint: Shipment.again,
      limits + ["delete", "--rmdirs", "--files-from-raw", list, "--", destination])
  }

  private func compare(_ options: [String]) async throws(Diagnostic) -> Program.Answer {
    try await rclone.ask(
      limits + ["check", "--combined", "-", "--exclude", "/.*", "--exclude", "/.*/**"] + options
        + ["--", shipment.site.folder, destination])
  }

  /// Reads a line such as `+ new.html`, `* changed.html` or `- deleted.html`; `=` marks what is the same.
  private func change(_ line: String) -> PublishPlan.Change? {
    let path = String(line.dropFirst(2))
    switch line.first {
    case "+": return PublishPlan.Change(kind: .new, path: path, bytes: shipment.site.sizes[path] ?? 0)
    case "*": return PublishPlan.Change(kind: .changed, path: path, bytes: shipment.site.sizes[path] ?? 0)
    case "-": return PublishPlan.Change(kind: .deleted, path: path, bytes: 0)
    default: return nil
    }
  }
}
