// SPDX-License-Identifier: MIT
import Diagnostics

/// Lists the content of a site: Markdown pages, media, data. Reads no file yet.
///
/// A folder whose name begins with a capital holds no pages; names that begin with `.` or `_` and editors' backups are
/// passed over. A link that leads out of the site's folder is an error.
func load(root: String, diagnostics: inout [Diagnostic]) -> SourceTree {
  var tree = SourceTree()
  guard let realRoot = Disk.resolved(root), Disk.kind(of: root + "/Content") != nil else {
    diagnostics.append(
      .error(
        "content-missing", "there is no folder 'Content' here", at: Place("Content"),
        hint: "run briefing in the folder that holds Content/"))
    return tree
  }
  var walk = ContentWalk(root: root, realRoot: realRoot)
  walk.list("Content", isPageFolder: true, into: &tree, &diagnostics)
  if tree.pages.isEmpty, !diagnostics.hasErrors {
    diagnostics.append(
      .error("content-empty", "Content holds no page", at: Place("Content"), hint: "write Content/index.md"))
  }
  return tree
}

private struct ContentWalk {
  let root: String
  let realRoot: String

  mutating func list(
    _ folder: String, isPageFolder: Bool, into tree: inout SourceTree, _ diagnostics: inout [Diagnostic]
  ) {
    let names: [String]
    do {
      names = try Disk.names(in: root + "/" + folder)
    } catch {
      diagnostics.append(.error("file-unreadable", "cannot list the folder: \(error.reason)", at: Place(folder)))
      return
    }
    for name in names where !name.hasPrefix(".") && !name.hasPrefix("_") && !name.hasSuffix("~") {
      let path = folder + "/" + name
      let location = root + "/" + path
      guard var kind = Disk.kind(of: location) else { continue }
      if kind == .link {
        guard let target = Disk.resolved(location), target.hasPrefix(realRoot + "/") else {
          diagnostics.append(
            .error("path-outside", "'\(path)' is a link that leads out of the site's folder", at: Place(path)))
          continue
        }
        guard let targetKind = Disk.kind(of: target), targetKind == .file else {
          diagnostics.append(.error("path-outside", "'\(path)' is a link to a folder", at: Place(path)))
          continue
        }
        kind = targetKind
      }
      switch kind {
      case .folder where path == "Content/Data": tree.hasData = true
      case .folder:
        let holdsPages = isPageFolder && name.unicodeScalars.first?.properties.isUppercase == false
        list(path, isPageFolder: holdsPages, into: &tree, &diagnostics)
      case .file:
        let file = SourceFile(path: path, location: location)
        if path.hasPrefix("Content/Media/") {
          tree.media.append(file)
        } else if isPageFolder, name.hasSuffix(".md") {
          tree.pages.append(file)
        }
      case .link, .other:
        diagnostics.append(.error("file-kind", "'\(path)' is neither a file nor a folder", at: Place(path)))
      }
    }
  }
}
