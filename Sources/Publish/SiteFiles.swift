// SPDX-License-Identifier: MIT
import Diagnostics
import Foundation

/// The files of a built site. Names at its top that begin with a dot are the build's own, and are not published.
struct SiteFiles: Sendable {
  /// The folder, absolute.
  let folder: String
  /// Sizes by path.
  let sizes: [String: Int]

  /// - Throws: `publish-unreadable`, or `publish-name` for a name that not every target can hold.
  init(folder: String) throws(Diagnostic) {
    self.folder = absolute(folder, from: FileManager.default.currentDirectoryPath)
    sizes = try files(in: self.folder, shownAs: Place(folder))
    for path in sizes.keys.sorted() where path.unicodeScalars.contains(where: { $0.value < 0x20 || $0 == "\\" }) {
      throw .error(
        "publish-name", "a file's name holds a backslash or a control character", at: Place("\(folder)/\(path)"),
        hint: "name the file in Content/Media differently")
    }
    if sizes.isEmpty { throw .error("publish-empty", "there is nothing to publish", at: Place(folder)) }
  }

  /// A change for each file; `kind` says what becomes of it, nil for nothing.
  func changes(_ kind: (String) -> PublishPlan.Kind?) -> [PublishPlan.Change] {
    sizes.compactMap { path, bytes in kind(path).map { PublishPlan.Change(kind: $0, path: path, bytes: bytes) } }
  }
}

/// The files under a folder and their sizes; links count as files and are not followed, and names at its top that begin
/// with a dot are passed over.
func files(in folder: String, shownAs place: Place) throws(Diagnostic) -> [String: Int] {
  var sizes: [String: Int] = [:]
  var waiting = [""]
  do {
    while let parent = waiting.popLast() {
      for name in try FileManager.default.contentsOfDirectory(atPath: folder + "/" + parent) {
        if parent.isEmpty, name.hasPrefix(".") { continue }
        let attributes = try FileManager.default.attributesOfItem(atPath: folder + "/" + parent + name)
        if attributes[.type] as? FileAttributeType == .typeDirectory {
          waiting.append(parent + name + "/")
        } else {
          sizes[parent + name] = (attributes[.size] as? NSNumber)?.intValue ?? 0
        }
      }
    }
  } catch {
    throw .error("publish-unreadable", "cannot read the folder: \(reason(error))", at: place)
  }
  return sizes
}

/// A path that works from any folder; `~/` is the user's own, as in a shell.
func absolute(_ path: String, from folder: String) -> String {
  if path.hasPrefix("/") { return path }
  if path == "~" || path.hasPrefix("~/") { return NSHomeDirectory() + path.dropFirst() }
  return folder + "/" + path
}

/// The system's own words for a fault of the disk.
func reason(_ error: any Error) -> String {
  let fault = error as NSError
  let inner = fault.userInfo[NSUnderlyingErrorKey] as? NSError
  guard let code = [inner, fault].compactMap({ $0 }).first(where: { $0.domain == NSPOSIXErrorDomain })?.code else {
    return fault.localizedDescription
  }
  return String(cString: strerror(Int32(code)))
}
