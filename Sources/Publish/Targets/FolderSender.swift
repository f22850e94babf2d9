// SPDX-License-Identifier: MIT
import Diagnostics
import Foundation

/// Writes into a folder of this machine. Each file takes its place by a rename, so a reader gets the old file or the
/// new one.
struct FolderSender: Sender {
  /// Says that a folder holds a site of ours and may be changed.
  static let marker = ".briefing"

  let shipment: Shipment
  /// Absolute.
  let target: String

  func plan() throws(Diagnostic) -> PublishPlan {
    try checkTarget()
    guard FileManager.default.fileExists(atPath: target) else {
      return PublishPlan(shipment.site.changes { _ in .new })
    }
    let present = try files(in: target, shownAs: shipment.place)
    let sent = shipment.site.changes { path in
      guard let size = present[path] else { return .new }
      let isSame =
        size == shipment.site.sizes[path]
        && FileManager.default.contentsEqual(
          atPath: shipment.site.folder + "/" + path, andPath: target + "/" + path)
      return isSame ? nil : .changed
    }
    let gone = present.keys.filter { shipment.site.sizes[$0] == nil }
    return PublishPlan(sent + gone.map { PublishPlan.Change(kind: .deleted, path: $0, bytes: 0) })
  }

  func send(_ plan: PublishPlan, _ progress: (String) -> Void) throws(Diagnostic) {
    do {
      try FileManager.default.createDirectory(atPath: target, withIntermediateDirectories: true)
      let text = Data("This folder is published by briefing, which removes what is not of its site.\n".utf8)
      if !FileManager.default.fileExists(atPath: target + "/" + FolderSender.marker) {
        try text.write(to: URL(fileURLWithPath: target + "/" + FolderSender.marker))
      }
      for (pass, changes) in plan.passes {
        progress(describe(pass, changes.count))
        for change in changes { try place(change.path) }
      }
      if !plan.deleted.isEmpty { progress("deletions: \(plan.deleted.count)") }
      for path in plan.deleted { try remove(path) }
    } catch {
      throw .error(
        "publish-failed", "cannot write to '\(target)': \(reason(error))", at: shipment.place,
        hint: Shipment.again)
    }
  }

  /// Copies one file beside its place, and moves it there.
  private func place(_ path: String) throws {
    let manager = FileManager.default
    var folder = target
    for part in path.split(separator: "/").dropLast() {
      folder += "/" + part
      // What was a file, or is a link, gives way to the folder that the site has there.
      if let type = kind(folder), type != .typeDirectory { try manager.removeItem(atPath: folder) }
      if kind(folder) == nil { try manager.createDirectory(atPath: folder, withIntermediateDirectories: false) }
    }
    let destination = target + "/" + path
    let aside = folder + "/.briefing-\(UUID().uuidString)"
    do {
      try copyFile(from: shipment.site.folder + "/" + path, to: aside)
      if kind(destination) == .typeDirectory { try manager.removeItem(atPath: destination) }
      guard rename(aside, destination) == 0 else { throw systemError() }
    } catch {
      try? manager.removeItem(atPath: aside)
      throw error
    }
  }

  /// Removes a file and the folders that it leaves empty.
  private func remove(_ path: String) throws {
    var parts = path.split(separator: "/")
    // A folder there is one of the site's that has just taken the file's place.
    if let type = kind(target + "/" + path), type != .typeDirectory {
      try FileManager.default.removeItem(atPath: target + "/" + path)
    }
    while parts.popLast() != nil, !parts.isEmpty {
      guard rmdir(target + "/" + parts.joined(separator: "/")) == 0 else { return }
    }
  }

  private func kind(_ path: String) -> FileAttributeType? {
    (try? FileManager.default.attributesOfItem(atPath: path))?[.type] as? FileAttributeType
  }

  /// Refuses a folder that holds other things, and one in which, or around which, the site itself is kept.
  private func checkTarget() throws(Diagnostic) {
    let (real, site) = (resolved(target) + "/", resolved(shipment.site.folder) + "/")
    if real.hasPrefix(site) || site.hasPrefix(real) {
      throw .error("publish-target", "'\(target)' is, holds or is in the folder of the built site", at: shipment.place)
    }
    guard FileManager.default.fileExists(atPath: target) else { return }
    let names: [String]
    do { names = try FileManager.default.contentsOfDirectory(atPath: target) } catch {
      throw .error("publish-unreadable", "cannot read '\(target)': \(reason(error))", at: shipment.place)
    }
    if !names.isEmpty, !names.contains(FolderSender.marker) {
      throw .error(
        "publish-foreign", "'\(target)' holds files that briefing did not put there", at: shipment.place,
        hint: "choose an empty folder; or put an empty file '.briefing' there, and all that is not of the site goes")
    }
  }

  private func resolved(_ path: String) -> String { URL(fileURLWithPath: path).resolvingSymlinksInPath().path }
}

/// Copies a file's bytes. Foundation's own copy does not say why it failed.
private func copyFile(from source: String, to copy: String) throws {
  let bytes = try Data(contentsOf: URL(fileURLWithPath: source))
  guard let file = fopen(copy, "wx") else { throw systemError() }
  let isWritten = bytes.withUnsafeBytes { fwrite($0.baseAddress, 1, $0.count, file) } == bytes.count
  let fault = isWritten ? nil : systemError()
  guard fclose(file) == 0, fault == nil else { throw fault ?? systemError() }
}

private func systemError() -> POSIXError { POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
