// SPDX-License-Identifier: MIT
import Diagnostics

/// Reads the fields of one mapping into typed values, and collects every fault on the way.
///
///     var fields = Fields(of: setting, as: "a chart")
///     let id = fields.requiredText("id")
///     let diagnostics = fields.finish()        // unknown keys: did you mean …?
public struct Fields {
  public let place: Place
  public var diagnostics: [Diagnostic] = []
  private let kind: String
  private let entries: [Setting.Entry]
  private var known: [String] = []

  /// - Parameters:
  ///   - kind: What is read, for messages: `a chart`, `front matter`.
  ///   - example: How it may be written, for the hint where it is something else.
  public init(of setting: Setting, as kind: String, like example: String? = nil) {
    self.kind = kind
    place = setting.place
    if case .mapping(let entries) = setting.content {
      self.entries = entries
    } else {
      entries = []
      if setting.text != "" {
        diagnostics.append(
          .error(
            "settings-type", "\(kind) has to be 'key: value' lines, not \(setting.kind)", at: place,
            hint: example.map { "write \($0)" }))
      }
    }
  }

  /// The value of a key, whatever it is.
  public mutating func setting(_ key: String) -> Setting? {
    known.append(key)
    return entries.first { $0.key == key }?.value
  }

  /// Where a key stands; the mapping's own place where it does not.
  public func keyPlace(_ key: String) -> Place { entries.first { $0.key == key }?.keyPlace ?? place }

  /// The keys in the order they were written.
  public var keys: [(name: String, place: Place)] { entries.map { ($0.key, $0.keyPlace) } }

  public mutating func text(_ key: String) -> String? {
    guard let setting = setting(key) else { return nil }
    if let text = setting.text { return text }
    let looksLikeValue = if case .mapping = setting.content { true } else { false }
    wrongType(
      key, setting, expected: "text",
      hint: looksLikeValue ? "quote a text that begins with '{{'" : nil)
    return nil
  }

  public mutating func requiredText(_ key: String) -> String {
    guard let text = text(key), !text.isEmpty else {
      if !diagnostics.contains(where: { $0.place == setting(key)?.place }) {
        diagnostics.append(.error("settings-missing", "\(kind) needs '\(key)'", at: place))
      }
      return ""
    }
    return text
  }

  public mutating func bool(_ key: String) -> Bool? {
    guard let setting = setting(key) else { return nil }
    switch setting.text?.lowercased() {
    case "true", "yes": return true
    case "false", "no": return false
    default:
      wrongType(key, setting, expected: "true or false", hint: "write '\(key): true' or '\(key): false'")
      return nil
    }
  }

  public mutating func integer(_ key: String) -> Int? {
    guard let setting = setting(key) else { return nil }
    if let number = setting.text.flatMap({ Int($0) }) { return number }
    wrongType(key, setting, expected: "a whole number")
    return nil
  }

  public mutating func number(_ key: String) -> Double? {
    guard let setting = setting(key) else { return nil }
    if let number = setting.text.flatMap({ Double($0) }), number.isFinite { return number }
    wrongType(key, setting, expected: "a number")
    return nil
  }

  /// One of a closed set of words.
  public mutating func choice<Choice: RawRepresentable & CaseIterable>(_ key: String, _: Choice.Type) -> Choice?
  where Choice.RawValue == String {
    guard let setting = setting(key) else { return nil }
    if let choice = setting.text.flatMap({ Choice(rawValue: $0) }) { return choice }
    diagnostics.append(
      .error(
        "settings-choice", "'\(setting.text ?? setting.kind)' is no value for '\(key)'", at: setting.place,
        hint: suggestion(for: setting.text ?? "", among: Choice.allCases.map(\.rawValue))))
    return nil
  }

  /// A list; a single value counts as a list of one, an absent key as an empty one.
  public mutating func list(_ key: String) -> [Setting] {
    guard let setting = setting(key) else { return [] }
    switch setting.content {
    case .list(let elements): return elements
    case .scalar(""): return []
    default: return [setting]
    }
  }

  /// A list of texts with their places.
  public mutating func texts(_ key: String) -> [(text: String, place: Place)] {
    list(key).compactMap { element in
      if let text = element.text { return (text, element.place) }
      wrongType(key, element, expected: "text")
      return nil
    }
  }

  /// The entries of a mapping, in the order written.
  public mutating func mapping(_ key: String) -> [Setting.Entry] {
    guard let setting = setting(key) else { return [] }
    switch setting.content {
    case .mapping(let entries): return entries
    case .scalar(""): return []
    default:
      wrongType(key, setting, expected: "'key: value' lines")
      return []
    }
  }

  public mutating func wrongType(_ key: String, _ setting: Setting, expected: String, hint: String? = nil) {
    let given = setting.text.map { "'\($0)'" } ?? setting.kind
    diagnostics.append(
      .error("settings-type", "'\(key)' has to be \(expected), not \(given)", at: setting.place, hint: hint))
  }

  /// Everything found, with an error for each key that nobody asked for.
  public consuming func finish() -> [Diagnostic] {
    let expected = Set(known)
    for entry in entries where !expected.contains(entry.key) {
      diagnostics.append(
        .error(
          "settings-unknown-key", "\(kind) has no key '\(entry.key)'", at: entry.keyPlace,
          hint: suggestion(for: entry.key, among: expected)))
    }
    return diagnostics
  }

  /// Everything found, for a vocabulary that permits further keys: an unknown key is a warning, and only where it is
  /// one edit away from a known one.
  public consuming func finishAllowingOtherKeys() -> [Diagnostic] {
    let expected = Set(known)
    for entry in entries where !expected.contains(entry.key) {
      if let meant = closest(to: entry.key, among: expected, within: 1) {
        diagnostics.append(
          .warning(
            "settings-unknown-key", "\(kind) has no key '\(entry.key)'", at: entry.keyPlace,
            hint: "did you mean '\(meant)'?"))
      }
    }
    return diagnostics
  }
}
