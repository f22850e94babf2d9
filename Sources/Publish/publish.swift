// SPDX-License-Identifier: MIT
import Diagnostics
import Foundation

/// Makes a target hold the site, and nothing but the site: new assets first, then pages, feeds and sitemap, and
/// deletions last. Only what changed by content is sent; what a break left undone is found and done by the next run.
///
/// - Parameters:
///   - output: The folder of the built site.
///   - root: The site's folder, from which a target's relative path is taken.
///   - confirm: Is shown the plan if there is anything to do, and says whether to do it.
///   - progress: Is told what is under way: `assets: 12 files`.
/// - Returns: Whether the target holds the site now: false where `confirm` declined.
/// - Throws: A `Diagnostic` at the target's place; the target then is as before, or partly done in the order above.
public func publish(
  output: String, root: String, to target: PublishTarget, confirm: (PublishPlan) throws(Diagnostic) -> Bool,
  progress: (String) -> Void
) async throws(Diagnostic) -> Bool {
  let site = try SiteFiles(folder: output)
  return try await withTemporaryFolder(at: target.place) { folder throws(Diagnostic) in
    let shipment = Shipment(site: site, workFolder: folder, timeout: target.timeout, place: target.place)
    let sender = target.sender(shipment, root: absolute(root, from: FileManager.default.currentDirectoryPath))
    let plan = try await sender.plan()
    if plan.changes.isEmpty { return true }
    guard try confirm(plan) else { return false }
    try await sender.send(plan, progress)
    return true
  }
}

extension PublishTarget {
  fileprivate func sender(_ shipment: Shipment, root: String) -> any Sender {
    func local(_ address: String) -> String { isRemote(address) ? address : absolute(address, from: root) }
    return switch way {
    case .folder(let path): FolderSender(shipment: shipment, target: absolute(path, from: root))
    case .git(let url, let branch, let cname):
      GitSender(shipment: shipment, url: local(url), branch: branch, cname: cname)
    case .rsync(let destination): RsyncSender(shipment: shipment, destination: local(destination))
    case .rclone(let destination): RcloneSender(shipment: shipment, destination: local(destination))
    }
  }
}

/// `assets: 12 files`
func describe(_ pass: Pass, _ count: Int) -> String { "\(pass.rawValue): \(count) file\(count == 1 ? "" : "s")" }
