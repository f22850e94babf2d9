// SPDX-License-Identifier: MIT
import Diagnostics
import Settings

/// `checks` of site.yml: what the site makes of rules that may be weighed otherwise.
///
///     checks:
///       duplicate-title: off
///       page-weight: {level: error, limit: 300 KB}
///       orphan-page: {except: [Content/thanks.md]}
public struct CheckSettings: Sendable, Hashable {
  private var levels: [String: Rule.Level] = [:]
  /// Beginnings of paths, or of addresses for links to other hosts, about which a rule says nothing.
  private var exceptions: [String: [String]] = [:]
  /// In bytes, of a page and all that it loads.
  private(set) var pageWeight = 1_000_000

  public init() {}

  /// The level of a rule in this site.
  public func level(of rule: Rule) -> Rule.Level { levels[rule.id] ?? rule.level }

  /// The diagnostics as the site wants them: with its levels, without its exceptions.
  public func applied(to diagnostics: [Diagnostic]) -> [Diagnostic] {
    if levels.isEmpty, exceptions.isEmpty { return diagnostics }
    return diagnostics.compactMap { diagnostic in
      if isExcepted(diagnostic.place.path, from: diagnostic.rule) { return nil }
      guard let level = levels[diagnostic.rule] else { return diagnostic }
      return level.severity.map { diagnostic.weighed($0) }
    }
  }

  /// Whether a rule is to say nothing about a path or an address.
  public func isExcepted(_ path: String, from rule: String) -> Bool {
    exceptions[rule].map { $0.contains { path.hasPrefix($0) } } ?? false
  }
}

extension CheckSettings {
  init(_ setting: Setting?, diagnostics: inout [Diagnostic]) {
    guard let setting else { return }
    guard case .mapping(let entries) = setting.content else {
      if setting.text != "" {
        diagnostics.append(
          .error(
            "settings-type", "'checks' has to be 'rule: level' lines, not \(setting.kind)", at: setting.place,
            hint: "for example duplicate-title: off"))
      }
      return
    }
    for entry in entries {
      guard let rule = CheckSettings.rule(entry, &diagnostics) else { continue }
      if entry.value.text != nil {
        levels[rule.id] = CheckSettings.level(entry.value, &diagnostics)
        continue
      }
      var fields = Fields(of: entry.value, as: "'\(rule.id)'")
      if let level = fields.setting("level") { levels[rule.id] = CheckSettings.level(level, &fields.diagnostics) }
      let excepted = fields.texts("except").map(\.text)
      if !excepted.isEmpty { exceptions[rule.id] = excepted }
      if rule.id == "page-weight", let limit = fields.setting("limit") {
        pageWeight = CheckSettings.bytes(limit, &fields.diagnostics) ?? pageWeight
      }
      diagnostics += fields.finish()
    }
  }

  /// The rule that an entry names, if it is one that a site may weigh.
  private static func rule(_ entry: Setting.Entry, _ diagnostics: inout [Diagnostic]) -> Rule? {
    guard let rule = Rule.named(entry.key) else {
      let adjustable = Rule.all.filter(\.isAdjustable).map(\.id)
      diagnostics.append(
        .error(
          "checks-unknown", "there is no rule '\(entry.key)'", at: entry.keyPlace,
          hint: closest(to: entry.key, among: adjustable).map { "did you mean '\($0)'?" }
            ?? "'briefing check --list-rules' names them all"))
      return nil
    }
    guard rule.isAdjustable else {
      diagnostics.append(
        .error(
          "checks-fixed", "'\(rule.id)' stays an error, whatever site.yml says", at: entry.keyPlace,
          hint: "what it finds makes the site wrong, unsafe or incomplete: mend that, and take this line out"))
      return nil
    }
    return rule
  }

  private static func level(_ setting: Setting, _ diagnostics: inout [Diagnostic]) -> Rule.Level? {
    // YAML's own words for no mean off, since `off` is one of them to other readers of YAML.
    let word = setting.text.map { ["false", "no"].contains($0.lowercased()) ? "off" : $0 } ?? setting.kind
    if let level = Rule.Level(rawValue: word) { return level }
    diagnostics.append(
      .error(
        "settings-choice", "'\(word)' is no level of a rule", at: setting.place,
        hint: suggestion(for: word, among: Rule.Level.allCases.map(\.rawValue))))
    return nil
  }

  /// `300 KB`, `1.5 MB`, `250000`; a kilobyte has 1,000 bytes.
  private static func bytes(_ setting: Setting, _ diagnostics: inout [Diagnostic]) -> Int? {
    let text = setting.text ?? setting.kind
    let number = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    let units = ["": 1.0, "b": 1, "kb": 1_000, "mb": 1_000_000]
    let unit = text.dropFirst(number.count).lowercased().filter { $0 != " " }
    if let amount = Double(number), amount.isFinite, amount > 0, let factor = units[unit], amount * factor < 1e12 {
      return Int(amount * factor)
    }
    diagnostics.append(
      .error("settings-type", "'\(text)' is no size", at: setting.place, hint: "for example 300 KB, or 1.5 MB"))
    return nil
  }
}
