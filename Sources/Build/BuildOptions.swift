// SPDX-License-Identifier: MIT
import Diagnostics
import Figures

/// What a build is asked to do.
public struct BuildOptions: Sendable {
  /// The site's folder, which holds `Content`.
  public var root: String
  /// The folder of the finished site, and how messages call it.
  public var output: String
  /// Whether drafts are shown.
  public var withDrafts = false
  /// Whether pages dated in the future and expired ones are shown.
  public var ignoresDates = false
  /// The day on which the site is built; today where it is nil.
  public var day: Period?
  public var threads: Int
  /// What tells this tool from another version of it. A build that finds nothing changed since the last one by the
  /// same tool has nothing to do.
  public var toolIdentity: String?
  /// Whether everything is built anew, whatever an earlier build left.
  public var isForced = false
  /// Whether everything is checked and nothing written.
  public var checksOnly = false

  public init(root: String, output: String, threads: Int) {
    self.root = root
    self.output = output
    self.threads = threads
  }
}

/// What became of a build.
public struct BuildResult: Sendable {
  /// In reading order; the site was built if none is an error.
  public var diagnostics: [Diagnostic] = []
  public var leftOut: [LeftOut] = []
  public var pageCount = 0
  public var chartCount = 0
  public var commit: CommitSummary?
  public var timings: [(stage: String, duration: Duration)] = []

  public var isComplete: Bool { !diagnostics.hasErrors }
}
