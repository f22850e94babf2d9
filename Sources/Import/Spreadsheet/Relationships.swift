// SPDX-License-Identifier: MIT

/// What one part of a package says of another (ECMA-376-2, 6.5).
struct Relationship {
  let id: String
  /// The last word of its type: `worksheet`, `styles`. The rest differs between editions of the standard.
  let kind: String
  /// The other part's name.
  let part: String
}

/// The relationships of a part; of the package itself for an empty name.
func relationships(of part: String, in archive: inout ZipArchive) throws(WorkbookFault) -> [Relationship] {
  let folder = part.split(separator: "/").dropLast().map(String.init)
  let file = part.split(separator: "/").last ?? ""
  let name = (folder + ["_rels", "\(file).rels"]).joined(separator: "/")
  guard let bytes = try archive.part(name) else { return [] }
  var xml = try XMLTokenizer(bytes, part: name)
  var found: [Relationship] = []
  while let token = try xml.next() {
    guard token == .start("Relationship"), let id = try xml.attribute("Id"), let type = try xml.attribute("Type"),
      let target = try xml.attribute("Target")
    else { continue }
    let kind = type.split(separator: "/").last.map(String.init) ?? ""
    found.append(Relationship(id: id, kind: kind, part: resolved(target, in: folder)))
  }
  return found
}

/// A target's name in the package: `/xl/styles.xml`, or from a folder `styles.xml`, `../styles.xml`.
private func resolved(_ target: String, in folder: [String]) -> String {
  var names = target.hasPrefix("/") ? [] : folder
  for name in target.split(separator: "/") {
    if name == ".." {
      _ = names.popLast()
    } else if name != "." {
      names.append(String(name))
    }
  }
  return names.joined(separator: "/")
}
