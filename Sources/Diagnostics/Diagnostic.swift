// SPDX-License-Identifier: MIT

/// Something an editor has to know: what is wrong, where, and what would mend it.
///
/// A value, collected while the build goes on; sorted and printed once at the end.
public struct Diagnostic: Hashable, Sendable, Error {
  public enum Severity: String, Sendable, Comparable {
    case error, warning, note

    public static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }
    private var rank: Int { self == .error ? 0 : self == .warning ? 1 : 2 }
  }

  public let severity: Severity
  /// A stable id in kebab case, such as `claim-false`; the documentation and `--json` use it.
  public let rule: String
  /// One sentence, lower case, the user's token in single quotes.
  public let message: String
  public let place: Place
  /// What would mend it, as a sentence fragment: `did you mean 'summary'?`
  public let hint: String?
  /// Further lines, such as the values a false claim saw.
  public let notes: [String]

  public init(
    _ severity: Severity, _ rule: String, _ message: String, at place: Place, hint: String? = nil, notes: [String] = []
  ) {
    assert(Rule.named(rule) != nil, "the rule '\(rule)' has no line in Sources/Diagnostics/Rules")
    self.severity = severity
    self.rule = rule
    self.message = message
    self.place = place
    self.hint = hint
    self.notes = notes
  }

  public static func error(
    _ rule: String, _ message: String, at place: Place, hint: String? = nil, notes: [String] = []
  ) -> Diagnostic {
    Diagnostic(.error, rule, message, at: place, hint: hint, notes: notes)
  }

  public static func warning(
    _ rule: String, _ message: String, at place: Place, hint: String? = nil, notes: [String] = []
  ) -> Diagnostic {
    Diagnostic(.warning, rule, message, at: place, hint: hint, notes: notes)
  }

  public static func note(
    _ rule: String, _ message: String, at place: Place, hint: String? = nil, notes: [String] = []
  ) -> Diagnostic {
    Diagnostic(.note, rule, message, at: place, hint: hint, notes: notes)
  }

  /// The same with another severity.
  public func weighed(_ severity: Severity) -> Diagnostic {
    Diagnostic(severity, rule, message, at: place, hint: hint, notes: notes)
  }
}

extension Sequence where Element == Diagnostic {
  /// In the order they are printed: by place, then severity, then rule and text; each once.
  public var inReadingOrder: [Diagnostic] {
    Set(self).sorted {
      ($0.place, $0.severity, $0.rule, $0.message) < ($1.place, $1.severity, $1.rule, $1.message)
    }
  }

  public var hasErrors: Bool { contains { $0.severity == .error } }
}
