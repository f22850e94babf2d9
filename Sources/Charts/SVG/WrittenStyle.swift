// SPDX-License-Identifier: MIT
import Diagnostics
import Foundation
import Synchronization

/// Writes the stylesheet's light look into a drawing, as attributes of its elements in the place of their classes.
///
/// Such a picture looks the same in programs that know no custom properties (librsvg, office suites) and on hosts whose
/// policy permits no styles that stand inside files.
struct WrittenStyle {
  private struct Rule {
    let element: Substring?
    let cssClass: Substring?
    let declarations: [(property: Substring, value: Substring)]
    var weight: Int { (cssClass == nil ? 0 : 2) + (element == nil ? 0 : 1) }
  }

  /// By class, the general ones under none, each with its place in the order in which they apply.
  private static let rules: [Substring?: [(place: Int, rule: Rule)]] = Dictionary(
    grouping: parsed(ChartStyle.rules).enumerated().map { (place: $0, rule: $1) }, by: \.rule.cssClass)
  private static let colors = colors(of: .light)
  /// The attributes of an element with its classes, as they were found first; there are some hundred.
  private static let found = Mutex<[String: [UInt8]]>([:])
  private var known: [String: [UInt8]] = found.withLock { $0 }

  /// - Parameter drawing: What our own writers have written: each `class` comes first in its tag.
  mutating func written(_ drawing: [UInt8]) -> [UInt8] {
    let count = known.count
    defer { if known.count > count { Self.found.withLock { $0.merge(known) { a, _ in a } } } }
    return drawing.withUnsafeBufferPointer { drawing in
      classMark.withUTF8Buffer { written(drawing, mark: $0) }
    }
  }

  private mutating func written(
    _ drawing: UnsafeBufferPointer<UInt8>, mark: UnsafeBufferPointer<UInt8>
  ) -> [UInt8] {
    var result = SVGWriter(capacity: drawing.count * 3)
    func part(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: drawing[range]) }
    func isSame(_ a: Range<Int>, _ b: UnsafeBufferPointer<UInt8>) -> Bool {
      guard a.count == b.count, let start = drawing.baseAddress, let other = b.baseAddress else { return false }
      return memcmp(start + a.lowerBound, other, a.count) == 0
    }
    /// Where a byte comes next; the end where it does not.
    func next(_ byte: UInt8, from start: Int) -> Int {
      guard let base = drawing.baseAddress, start < drawing.count,
        let found = memchr(base + start, Int32(byte), drawing.count - start)
      else { return drawing.count }
      return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }
    // What is before has been written; many tags are as the one before.
    var start = 0
    var last: (tag: Range<Int>, attributes: [UInt8]) = (0..<0, [])
    var index = 0
    while index < drawing.count {
      let open = next(UInt8(ascii: "<"), from: index) + 1
      let nameEnd = min(next(UInt8(ascii: " "), from: open), next(UInt8(ascii: ">"), from: open))
      let classStart = nameEnd + mark.count
      guard classStart < drawing.count, isSame(nameEnd..<classStart, mark) else {
        index = nameEnd
        continue
      }
      let end = next(UInt8(ascii: "\""), from: classStart)
      if !isSame(open..<end, part(last.tag)) {
        last = (open..<end, attributes(String(decoding: part(open..<end), as: UTF8.self)))
      }
      result.written(part(start..<nameEnd))
      result.written(last.attributes)
      index = end + 1
      start = index
    }
    if start < drawing.count { result.written(part(start..<drawing.count)) }
    return result.bytes
  }

  /// - Parameter tag: `path class="v-line c-chn`.
  private mutating func attributes(_ tag: String) -> [UInt8] {
    if let attributes = known[tag] { return attributes }
    let element = tag.prefix { $0 != " " }
    let classes = tag.drop { $0 != "\"" }.dropFirst().split(separator: " ")
    let role = classes.lazy.compactMap { Self.colors.roles[$0] }.first ?? [:]
    var values: [(property: Substring, value: String)] = []
    let applying = ([nil] + classes.map(Optional.some)).flatMap { Self.rules[$0] ?? [] }
    for (_, rule) in applying.sorted(by: { $0.place < $1.place }) where (rule.element ?? element) == element {
      for (property, value) in rule.declarations {
        guard let value = Self.resolved(value, role) else { continue }
        if let index = values.firstIndex(where: { $0.property == property }) {
          values[index].value = value
        } else {
          values.append((property, value))
        }
      }
    }
    let attributes = values.flatMap { Array(" \($0.property)=\"\($0.value)\"".utf8) }
    known[tag] = attributes
    return attributes
  }

  /// - Returns: nil for a colour that the element's role does not have.
  private static func resolved(_ value: Substring, _ role: [Substring: String]) -> String? {
    guard value.hasPrefix("var("), value.hasSuffix(")") else { return String(value) }
    let names = value.dropFirst(4).dropLast().split(separator: ",", maxSplits: 1)
    return role[names[0]] ?? colors.common[names[0]] ?? names.dropFirst().first.flatMap { resolved($0, role) }
  }

  private static func colors(
    of palette: ChartPalette
  ) -> (common: [Substring: String], roles: [Substring: [Substring: String]]) {
    var roles: [Substring: [Substring: String]] = [:]
    for (cssClass, pair) in palette.roles {
      roles[cssClass[...]] = ["--m": pair.mark, "--t": pair.text, "--o": pair.on]
    }
    for (cssClass, mark) in palette.steps {
      roles[cssClass[...]] = ["--m": mark, "--o": ChartPalette.Pair(mark: mark, text: mark).on]
    }
    let common: [Substring: String] = [
      "--chart-page": palette.page, "--chart-ink": palette.ink, "--chart-secondary": palette.secondary,
      "--chart-grid": palette.grid, "--chart-base": palette.baseline,
    ]
    return (common, roles)
  }

  /// Reads lines such as `.chart-svg .v-bar,.chart-svg .v-dot{fill:var(--m)}`.
  private static func parsed(_ css: String) -> [Rule] {
    let rules = css.split(separator: "\n").flatMap { (line: Substring) -> [Rule] in
      let parts: [Substring] = line.split(separator: "{", maxSplits: 1)
      guard parts.count == 2 else { return [] }
      let declarations = parts[1].dropLast().split(separator: ";").map {
        (declaration: Substring) -> (property: Substring, value: Substring) in
        let colon = declaration.firstIndex(of: ":") ?? declaration.endIndex
        return (declaration[..<colon], declaration[colon...].dropFirst())
      }
      return parts[0].split(separator: ",").map { (selector: Substring) -> Rule in
        let last: Substring = selector.split(separator: " ").last ?? selector
        let dot = last.firstIndex(of: ".")
        let element = last[..<(dot ?? last.endIndex)]
        return Rule(
          element: element.isEmpty ? nil : element, cssClass: dot.map { last[$0...].dropFirst() },
          declarations: declarations)
      }
    }
    let ordered = rules.enumerated().sorted { a, b in
      (a.element.weight, a.offset) < (b.element.weight, b.offset)
    }
    return ordered.map { $0.element }
  }
}

private let classMark: StaticString = " class=\""
