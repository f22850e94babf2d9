// SPDX-License-Identifier: MIT
import Diagnostics
import Figures
import Settings

/// What is wrong with the value of a key of site.yml, by the key: `publish`.
public typealias OtherSettings = [String: @Sendable (Setting) -> [Diagnostic]]

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
  /// Whether charts get cards, where the program is there that draws them and site.yml does not forbid it.
  public var drawsCards = false
  /// Keys of site.yml that others read.
  public var otherSettings: OtherSettings = [:]
  /// Whether the finished pages are read again, for what only they show: `briefing check` does.
  public var checksOutput = false
  /// Told now and then how far the build is, from any thread.
  public var progress: (@Sendable (BuildProgress) -> Void)?

  public init(root: String, output: String, threads: Int) {
    self.root = root
    self.output = output
    self.threads = threads
  }
}

/// How far a build is.
public struct BuildProgress: Sendable {
  /// What is done at the moment, such as `rendering`.
  public let stage: String
  public var done = 0
  /// 0 where it is not known.
  public var total = 0
}

/// What became of a build.
public struct BuildResult: Sendable {
  /// In reading order; the site was built if none is an error.
  public var diagnostics: [Diagnostic] = []
  public var leftOut: [LeftOut] = []
  public var pageCount = 0
  public var chartCount = 0
  public var commit: CommitSummary?
  /// Links to other hosts; empty unless the output was checked.
  public var outgoing: [OutgoingLink] = []
  /// What the site makes of the rules; the standard levels where its settings could not be read.
  public var checks = CheckSettings()
  public var timings: [(stage: String, duration: Duration)] = []

  /// Whether nothing was to be written.
  public var isCheck = false

  public var isComplete: Bool { !diagnostics.hasErrors }
}
