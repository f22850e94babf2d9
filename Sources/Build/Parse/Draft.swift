// SPDX-License-Identifier: MIT
import Diagnostics
import Figures
import Markdown
import Markup
import Settings
import Site

/// One page's file, read and parsed; no number in it yet.
///
/// A class, though a value in all else: its many fields are then shared by one reference, which made a build of 10,000
/// pages a sixth faster.
final class Draft: Sendable {
  let source: SourceFile
  /// The path without language and ending: `briefings/2025-04-28-x`; translations share it.
  let name: String
  let language: Language
  let kind: PageKind
  let path: SitePath
  let front: FrontMatter
  let document: Document
  /// Key points, each parsed by itself.
  let points: [Document]
  let charts: [ChartBlock]
  /// Figures that stand as digits in what is no body: title, summary, charts' words. None for a page without values.
  let figures: [TypedFigure]
  /// Of the file's bytes; a translation records that of its original.
  let fingerprint: String

  init(
    source: SourceFile, name: SourceName, kind: PageKind, front: FrontMatter, document: Document, points: [Document],
    charts: [ChartBlock], figures: [TypedFigure], fingerprint: String
  ) {
    self.source = source
    self.name = name.name
    language = name.language
    self.kind = kind
    path = name.path
    self.front = front
    self.document = document
    self.points = points
    self.charts = charts
    self.figures = figures
    self.fingerprint = fingerprint
  }

  /// The folder of the site it belongs to: `briefings`; empty at the root.
  var section: String { name.lastIndex(of: "/").map { String(name[..<$0]) } ?? "" }
}

/// A ```` ```chart ```` block: YAML that is not yet a chart.
struct ChartBlock: Sendable {
  let id: String
  let setting: Setting
  /// Which of the document's fences it is.
  let fence: Int
}
