// SPDX-License-Identifier: MIT

/// Something that can be wrong: its id, how much it weighs, and whether a site may weigh it otherwise.
///
/// `Rule.all` is the one list of them. The documentation, `briefing check --list-rules`, SARIF and the reading of
/// `checks:` in site.yml are made from it; a test compares it with the ids that the sources use.
public struct Rule: Sendable, Hashable {
  /// What a site may make of a rule.
  public enum Level: String, Sendable, CaseIterable {
    case off, note, warning, error

    /// The severity of what the rule finds; nil where it says nothing.
    public var severity: Diagnostic.Severity? {
      switch self {
      case .off: nil
      case .note: .note
      case .warning: .warning
      case .error: .error
      }
    }
  }

  /// What a rule is about, in the order of the documentation.
  public enum Field: String, Sendable, CaseIterable {
    case site = "The site and its files"
    case pages = "Pages"
    case values = "Values, claims and queries"
    case links = "Links and pictures"
    case charts = "Charts"
    case data = "Data"
    case output = "The finished site"
    case external = "Links to other hosts"
    case imports = "Imports"
    case publishing = "Publishing"
  }

  /// In kebab case, such as `claim-false`. It does not change.
  public let id: String
  public let field: Field
  /// How much it weighs unless site.yml says otherwise; the heavier where a rule has two weights.
  public let level: Level
  /// Whether site.yml can give it another level. What makes a site wrong or unsafe stays an error.
  public let isAdjustable: Bool
  /// What is wrong, in one sentence.
  public let summary: String

  /// The page of the documentation that explains it, from the root of the project.
  public var documentation: String {
    id.hasPrefix("chart-") ? "docs/rules/\(id).md" : "docs/rules/README.md#\(id)"
  }

  /// A line of the list, which gets its field from the list that it stands in.
  typealias Entry = @Sendable (Field) -> Rule

  /// A rule that always is an error: what it finds would make the site wrong, unsafe or incomplete.
  static func always(_ id: String, _ summary: String) -> Entry {
    { Rule(id: id, field: $0, level: .error, isAdjustable: false, summary: summary) }
  }

  static func error(_ id: String, _ summary: String) -> Entry { adjustable(id, .error, summary) }
  static func warning(_ id: String, _ summary: String) -> Entry { adjustable(id, .warning, summary) }
  static func note(_ id: String, _ summary: String) -> Entry { adjustable(id, .note, summary) }

  private static func adjustable(_ id: String, _ level: Level, _ summary: String) -> Entry {
    { Rule(id: id, field: $0, level: level, isAdjustable: true, summary: summary) }
  }
}

extension Rule {
  /// Every rule, by field and id.
  public static let all: [Rule] = Field.allCases.flatMap { field in
    field.rules.map { $0(field) }.sorted { $0.id < $1.id }
  }

  private static let byId = Dictionary(all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })

  /// The rule of an id.
  public static func named(_ id: String) -> Rule? { byId[id] }
}

extension Rule.Field {
  fileprivate var rules: [Rule.Entry] {
    switch self {
    case .site: Rule.site
    case .pages: Rule.pages
    case .values: Rule.values
    case .links: Rule.links
    case .charts: Rule.charts
    case .data: Rule.data
    case .output: Rule.output
    case .external: Rule.external
    case .imports: Rule.imports
    case .publishing: Rule.publishing
    }
  }
}
