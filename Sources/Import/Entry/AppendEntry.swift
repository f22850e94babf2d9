// SPDX-License-Identifier: MIT
import Diagnostics
import Settings

/// Adds a resource at the end of the list in `datapackage.yaml`; every other byte stays as it was.
///
/// - Parameters:
///   - descriptor: The file as it is; nil where there is none, and one is made.
///   - path: For messages.
/// - Throws: A diagnostic where there is a resource of that name, or where the list is not written with dashes.
func append(
  _ entry: [String], name: String, to descriptor: String?, path: String
) throws(Diagnostic) -> String {
  guard let descriptor else { return "name: data\nresources:\n" + indented(entry, by: "  ", newline: "\n") }
  let newline = descriptor.contains("\r\n") ? "\r\n" : "\n"
  let start = Place(path, line: 1, column: 1)
  let setting = try Setting(yaml: descriptor, at: start)
  var (resources, next): (Setting.Entry?, Place?) = (nil, nil)
  if let setting {
    guard case .mapping(let entries) = setting.content else {
      throw .error("import-package", "the data package has to be 'key: value' lines", at: start)
    }
    if let index = entries.firstIndex(where: { $0.key == "resources" }) {
      resources = entries[index]
      if index + 1 < entries.count { next = entries[index + 1].keyPlace }
    }
  }
  // By LF alone, a CR stays with its line, so that a file of mixed line ends stays as it is.
  var lines = descriptor.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  if lines.last == "" { lines.removeLast() }
  // YAML ends lines at rarer characters too; its numbers must not lead out of these.
  func line(_ place: Place) throws(Diagnostic) -> String {
    guard lines.indices.contains(place.line - 1) else {
      throw .error("import-package", "the file has line ends that are none in YAML", at: Place(path))
    }
    return lines[place.line - 1]
  }
  var indent = "  "
  if let resources {
    let elements: [Setting] = if case .list(let elements) = resources.value.content { elements } else { [] }
    try checkNames(elements, name)
    if let last = elements.last {
      let text = try line(last.place)
      indent = String(text.prefix { $0 == " " })
      guard text.dropFirst(indent.count).hasPrefix("-") else { throw bracketed(last.place) }
    } else {
      let isOpen = try !line(resources.keyPlace).contains("[")
      if resources.value.text != "" || !isOpen { throw bracketed(resources.value.place) }
    }
  } else {
    lines.append(newline == "\n" ? "resources:" : "resources:\r")
  }
  var at = min(next.map { $0.line - 1 } ?? lines.count, lines.count)
  // A comment that introduces the next key stays with it, and so does the blank line before.
  while next != nil, at > 0, lines[at - 1].hasPrefix("#") || lines[at - 1].trimmed.isEmpty { at -= 1 }
  if at == lines.count, newline == "\r\n", let last = lines.last, last.unicodeScalars.last != "\r" {
    lines[at - 1] = last + "\r"
  }
  let added = indented(entry, by: indent, newline: newline).unicodeScalars.split(separator: "\n").map(String.init)
  lines.insert(contentsOf: added, at: at)
  let text = lines.joined(separator: "\n") + "\n"
  return try verified(text, name: name, path: path, start: start)
}

/// The list entry's lines, the first behind a dash.
private func indented(_ entry: [String], by indent: String, newline: String) -> String {
  entry.enumerated().map { indent + ($0 == 0 ? "- " : "  ") + $1 + newline }.joined()
}

private func checkNames(_ resources: [Setting], _ name: String) throws(Diagnostic) {
  for resource in resources {
    var fields = Fields(of: resource, as: "a resource")
    guard fields.text("name")?.lowercased() == name else { continue }
    throw .error(
      "import-exists", "there is a resource '\(name)' already", at: resource.place,
      hint: "choose another name")
  }
}

private func bracketed(_ place: Place) -> Diagnostic {
  .error(
    "import-package", "the list of resources is not written with a dash a resource", at: place,
    hint: "write each resource as '- name: …' on lines of its own")
}

/// The text, once it reads as YAML with the new resource in its list.
private func verified(_ text: String, name: String, path: String, start: Place) throws(Diagnostic) -> String {
  if let setting = try Setting(yaml: text, at: start) {
    var fields = Fields(of: setting, as: "a data package")
    for resource in fields.list("resources") {
      var resource = Fields(of: resource, as: "a resource")
      if resource.text("name") == name { return text }
    }
  }
  throw .error("import-package", "the resource cannot be added to the list", at: Place(path))
}
