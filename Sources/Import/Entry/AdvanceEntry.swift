// SPDX-License-Identifier: MIT
import Diagnostics
import Figures
import Settings

/// Makes the current edition of a resource a vintage in `datapackage.yaml`: its day, its retrieval and its note move
/// into the list `vintages`, and every byte that says something else stays as it was.
///
/// - Parameters:
///   - published: The day of the new edition.
///   - former: The file that the current edition is moved to, relative to the data folder.
///   - path: Of the package, for messages.
/// - Throws: A diagnostic where the entry has no day of its own, or is not written line by line.
func advance(
  _ name: String, in descriptor: String, published: Period, retrieved: Period, former: String, path: String
) throws(Diagnostic) -> String {
  guard let resource = try resource(name, in: descriptor, path: path), case .mapping(let keys) = resource.content else {
    throw .error("import-package", "there is no resource '\(name)'", at: Place(path))
  }
  var entry = EntryLines(descriptor, keys: keys)
  guard entry.isBlock, !dropped.contains(where: { $0 == keys.first?.key }) else {
    throw .error(
      "import-package", "the resource '\(name)' is not written with a line for each key", at: resource.place,
      hint: "write it as '- name: …' and so on, each key on a line of its own")
  }
  guard let day = keys.first(where: { $0.key == "published" })?.value else {
    throw .error(
      "data-published", "'\(name)' does not say when its present edition was published", at: resource.place,
      hint: "add published: 2025-04-28, the day of the edition that is there")
  }
  guard let dayText = day.text, let current = Period(dayText), current.unit == .day else {
    throw .error("data-published", "'\(day.text ?? day.kind)' is not a date", at: day.place)
  }
  guard published > current else {
    throw .error(
      "data-published",
      "an edition of \(published.iso) is not newer than the present one of \(current.iso)", at: day.place,
      hint: published == current
        ? "say the day of the new edition" : "add an older edition by hand, under 'vintages'")
  }
  var vintage = ["published: \(entry.replace("published", with: published.iso) ?? dayText)", "path: \(former)"]
  if let text = entry.replace("retrieved", with: retrieved.iso) { vintage.append("retrieved: \(text)") }
  vintage += entry.lines(of: "note")
  if let list = keys.first(where: { $0.key == "vintages" })?.value {
    guard case .list(let elements) = list.content, let first = elements.first,
      let indent = entry.dashIndent(at: first.place.line)
    else {
      throw .error(
        "import-package", "the vintages of '\(name)' are not written with a dash each", at: list.place,
        hint: "write each as '- published: …' on lines of its own")
    }
    entry.insert(listed(vintage, indent: indent), before: first.place.line)
  } else if let line = entry.lineBehind("published") {
    entry.insert(
      [entry.indent + "vintages:"] + listed(vintage, indent: entry.indent + "  "), before: line)
  }
  for key in dropped { entry.remove(key) }
  return entry.text
}

/// Keys that say nothing true of a newer edition's file.
private let dropped = ["note", "bytes", "hash"]

/// The entry of a resource; case does not matter, as in SQL.
func resource(_ name: String, in descriptor: String, path: String) throws(Diagnostic) -> Setting? {
  guard let setting = try Setting(yaml: descriptor, at: Place(path, line: 1, column: 1)) else { return nil }
  var package = Fields(of: setting, as: "a data package")
  return package.list("resources").first { resource in
    var fields = Fields(of: resource, as: "a resource")
    return fields.text("name")?.lowercased() == name.lowercased()
  }
}

private func listed(_ lines: [String], indent: String) -> [String] {
  lines.enumerated().map { indent + ($0 == 0 ? "- " : "  ") + $1 }
}

/// The lines of a package with the keys of one resource in them. Lines are numbered from 1, as they were at first.
private struct EntryLines {
  private let lines: [String]
  private let keys: [Setting.Entry]
  private var changed: [Int: String] = [:]
  private var removed: Set<Int> = []
  private var inserted: [Int: [String]] = [:]

  init(_ text: String, keys: [Setting.Entry]) {
    // By LF alone, a CR stays with its line, so that a file of mixed line ends stays as it is.
    lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    self.keys = keys
  }

  /// Whether each key has a line of its own, in one column.
  var isBlock: Bool {
    let isInFile = keys.allSatisfy { lines.indices.contains($0.keyPlace.line - 1) }
    return isInFile && Set(keys.map(\.keyPlace.line)).count == keys.count
      && Set(keys.map(\.keyPlace.column)).count == 1 && dashIndent(at: keys.first?.keyPlace.line ?? 0) != nil
  }

  var indent: String { String(repeating: " ", count: max(0, (keys.first?.keyPlace.column ?? 1) - 1)) }

  /// The spaces before the dash that a line of a list begins with.
  func dashIndent(at line: Int) -> String? {
    guard lines.indices.contains(line - 1) else { return nil }
    let spaces = lines[line - 1].prefix { $0 == " " }
    return lines[line - 1].dropFirst(spaces.count).hasPrefix("-") ? String(spaces) : nil
  }

  /// The first line behind what a key holds, without comments and blank lines that lead to the next key.
  func lineBehind(_ key: String) -> Int? {
    guard let index = keys.firstIndex(where: { $0.key == key }) else { return nil }
    let line = keys[index].keyPlace.line
    let isInside: (String) -> Bool = { text in
      text.trimmed.isEmpty || text.hasPrefix(indent + " ")
        || text.hasPrefix(indent + "-") && index + 1 == keys.count
    }
    var end = index + 1 < keys.count ? keys[index + 1].keyPlace.line : line + 1
    if index + 1 == keys.count { while end <= lines.count, isInside(lines[end - 1]) { end += 1 } }
    while end - 1 > line, lines[end - 2].trimmed.isEmpty || lines[end - 2].trimmed.hasPrefix("#") { end -= 1 }
    return end
  }

  /// Writes another value, in the quotes of the old one.
  /// - Returns: The old value as it is written; nil where the key is not there.
  mutating func replace(_ key: String, with value: String) -> String? {
    guard let line = keys.first(where: { $0.key == key })?.keyPlace.line,
      let match = lines[line - 1].firstMatch(of: /^([ \-]*["']?[a-z]+["']?[ ]*:[ ]+)('[^']*'|"[^"]*"|[^ #\r]+)/)
    else { return nil }
    let old = String(match.2)
    let quote = old.first.flatMap { "'\"".contains($0) ? String($0) : nil } ?? ""
    changed[line] = "\(match.1)\(quote)\(value)\(quote)\(lines[line - 1][match.range.upperBound...])"
    return old
  }

  /// The lines of a key and its value, without the entry's indentation; none where it is not there.
  func lines(of key: String) -> [String] {
    guard let line = keys.first(where: { $0.key == key })?.keyPlace.line, let end = lineBehind(key) else { return [] }
    return lines[line - 1..<end - 1].map { text in
      let bare = text.unicodeScalars.last == "\r" ? String(text.unicodeScalars.dropLast()) : text
      return String(bare.dropFirst(min(indent.count, bare.prefix { $0 == " " }.count)))
    }
  }

  mutating func remove(_ key: String) {
    guard let line = keys.first(where: { $0.key == key })?.keyPlace.line, let end = lineBehind(key) else { return }
    removed.formUnion(line..<end)
  }

  mutating func insert(_ new: [String], before line: Int) { inserted[line, default: []] += new }

  var text: String {
    let end = lines.contains { $0.unicodeScalars.last == "\r" } ? "\r" : ""
    var out: [String] = []
    for (index, line) in lines.enumerated() {
      let number = index + 1
      out += (inserted[number] ?? []).map { $0 + end }
      if !removed.contains(number) { out.append(changed[number] ?? line) }
    }
    out += (inserted[lines.count + 1] ?? []).map { $0 + end }
    return out.joined(separator: "\n")
  }
}
