// SPDX-License-Identifier: MIT
import Diagnostics
import Foundation
import Programs

/// Adds a commit to a branch of a repository. The branch keeps its history, and is never forced.
struct GitSender: Sender {
  let shipment: Shipment
  /// An address that git takes, or an absolute path.
  let url: String
  let branch: String
  /// The site's own domain, for the file CNAME; nil leaves that file to the branch.
  let cname: String?

  private var reference: String { "refs/heads/\(branch)" }
  private var tree: String { shipment.workFolder + "/tree" }

  private var git: Program {
    let seconds = shipment.timeout
    var git = shipment.program(
      "git",
      limits: [
        "GIT_HTTP_LOW_SPEED_LIMIT": "1", "GIT_HTTP_LOW_SPEED_TIME": "\(seconds)",
        "GIT_SSH_COMMAND": shipment.patientSSH,
      ],
      // git has no limit of its own for git:// and for a host that has begun to answer.
      patience: .seconds(2 * seconds))
    // The user's own ssh, set in one of these ways, is not replaced.
    if ProcessInfo.processInfo.environment["GIT_SSH"] != nil { git.environment["GIT_SSH_COMMAND"] = nil }
    for (name, value) in [
      "GIT_DIR": shipment.workFolder + "/git", "GIT_WORK_TREE": tree, "GIT_INDEX_FILE": nil,
      "GIT_OBJECT_DIRECTORY": nil, "GIT_COMMON_DIR": nil, "GIT_NAMESPACE": nil,
    ] { git.environment.updateValue(value, forKey: name) }
    git.folder = tree
    return git
  }

  /// Bytes stay bytes, whatever the user's settings: no line ends are changed, nothing is ignored.
  private static let plainFiles = [
    "-c", "core.autocrlf=false", "-c", "core.attributesFile=/dev/null", "-c", "core.fileMode=false",
  ]

  func plan() async throws(Diagnostic) -> PublishPlan {
    try layTree()
    try await git.run(to: "start", ["init", "--quiet", "--template="])
    guard try await git.ask(["check-ref-format", reference]).code == 0 else {
      throw .error("publish-target", "'\(branch)' is no name for a branch", at: shipment.place)
    }
    try await git.run(to: "start", ["symbolic-ref", "HEAD", reference])
    let branches = try await git.run(to: "reach '\(url)'", ["ls-remote", "--", url, reference])
    var base = "HEAD"
    if branches.isEmpty {
      base = try await git.run(to: "start", ["hash-object", "-t", "tree", "/dev/null"])
        .trimmingCharacters(in: .newlines)
    } else {
      try await git.run(
        to: "fetch the branch '\(branch)'", ["fetch", "--progress", "--depth=1", "--no-tags", "--", url, reference])
      try await git.run(to: "read the branch", ["update-ref", reference, "FETCH_HEAD"])
      try await git.run(to: "read the branch", ["read-tree", "HEAD"])
    }
    try await stage()
    let answer = try await git.run(
      to: "compare", ["diff-index", "--cached", "--name-status", "--no-renames", "-z", base])
    return plan(answer)
  }

  func send(_ plan: PublishPlan, _ progress: (String) -> Void) async throws(Diagnostic) {
    let (new, changed, deleted) = (plan.changes(.new), plan.changes(.changed), plan.changes(.deleted))
    progress("commit: \(new.count) new, \(changed.count) changed, \(deleted.count) deleted")
    let isKnown = try await git.ask(["var", "GIT_COMMITTER_IDENT"]).code == 0
    let author = isKnown ? [] : ["-c", "user.name=briefing", "-c", "user.email=briefing@localhost"]
    try await git.run(
      to: "commit",
      author + [
        "commit", "--quiet", "--message",
        "Publish \(new.count) new, \(changed.count) changed, \(deleted.count) deleted files",
      ])
    progress("push to \(branch)")
    let answer = try await git.ask(["push", "--porcelain", "--progress", "--", url, "\(reference):\(reference)"])
    if answer.code == 0 { return }
    let hasMoved = ["(fetch first)", "(non-fast-forward)", "cannot lock ref"].contains {
      (answer.output + answer.errors).contains($0)
    }
    if hasMoved {
      throw .error(
        "publish-moved", "the branch '\(branch)' moved on while this was being sent", at: shipment.place,
        hint: "publish again: the new plan shows what would change now")
    }
    throw git.failure(to: "push to '\(url)'", answer, hint: Shipment.again)
  }

  /// The site's files with `.nojekyll` and CNAME, as git shall see them: links, so that nothing is copied.
  private func layTree() throws(Diagnostic) {
    let manager = FileManager.default
    do {
      try manager.createDirectory(atPath: tree, withIntermediateDirectories: false)
      for path in shipment.site.sizes.keys {
        let place = tree + "/" + path
        let folder = (place as NSString).deletingLastPathComponent
        try manager.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let source = shipment.site.folder + "/" + path
        do { try manager.linkItem(atPath: source, toPath: place) } catch {
          try manager.copyItem(atPath: source, toPath: place)
        }
      }
    } catch {
      throw .error("publish-failed", "cannot lay out the commit: \(reason(error))", at: shipment.place)
    }
    try writeFile("", to: tree + "/.nojekyll", at: shipment.place)
    if let cname { try writeFile(cname + "\n", to: tree + "/CNAME", at: shipment.place) }
  }

  /// Puts the tree into the index. What the branch has under names with a dot, such as `.gitlab-ci.yml`, stays.
  private func stage() async throws(Diagnostic) {
    var exclusions = [":(top,exclude,glob).*", ":(top,exclude,glob).*/**"]
    if cname == nil { exclusions.append(":(top,exclude)CNAME") }
    try await git.run(to: "read the site", GitSender.plainFiles + ["add", "--all", "--force", "--", "."] + exclusions)
    try await git.run(to: "read the site", GitSender.plainFiles + ["add", "--force", "--", ".nojekyll"])
  }

  /// Reads `A`, NUL, path, NUL, …
  private func plan(_ answer: String) -> PublishPlan {
    let parts = answer.split(separator: "\0").map(String.init)
    return PublishPlan(
      stride(from: 0, to: parts.count - 1, by: 2).map { index in
        let path = parts[index + 1]
        let kind: PublishPlan.Kind = parts[index] == "A" ? .new : parts[index] == "D" ? .deleted : .changed
        return PublishPlan.Change(
          kind: kind, path: path, bytes: kind == .deleted ? 0 : shipment.site.sizes[path] ?? 0)
      })
  }
}
