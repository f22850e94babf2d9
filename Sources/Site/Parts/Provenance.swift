// SPDX-License-Identifier: MIT
import Figures
import Markup

/// Where the numbers of a page come from, and what has become of them since.
public struct Provenance: Sendable, Hashable {
  /// Every number that the page shows and computes, in the order of its text.
  public let figures: [PageFigure]
  /// Those that the latest edition of the data states differently.
  public let revisions: [RevisedFigure]
  /// The charts that the latest edition would draw differently.
  public let charts: [RevisedChart]

  public init(figures: [PageFigure] = [], revisions: [RevisedFigure] = [], charts: [RevisedChart] = []) {
    self.figures = figures
    self.revisions = revisions
    self.charts = charts
  }
}

/// A number in a page's text.
public struct ShownValue: Sendable, Hashable {
  /// Formatted in the page's language.
  public let text: String
  /// Where the page explains it: its entry among the figures, or among the revisions.
  public let anchor: String
  /// Whether the latest edition of the data states it differently.
  public let isRevised: Bool

  public init(text: String, anchor: String, isRevised: Bool) {
    self.text = text
    self.anchor = anchor
    self.isRevised = isRevised
  }
}

/// A number of a page, and what it was made from.
public struct PageFigure: Sendable, Hashable {
  /// Its anchor.
  public let id: String
  /// As the page shows it, in each of its formats.
  public let texts: [String]
  /// How it is computed: its own expression, then those of the values that it names.
  public let steps: [FigureStep]
  /// The datasets that it was made from, in the editions that the page reads.
  public let sources: [SourceReference]

  public init(id: String, texts: [String], steps: [FigureStep], sources: [SourceReference]) {
    self.id = id
    self.texts = texts
    self.steps = steps
    self.sources = sources
  }
}

/// A named value and its expression: `gap` is `:ck - :cj`.
public struct FigureStep: Sendable, Hashable {
  public let name: String
  public let expression: String

  public init(name: String, expression: String) {
    self.name = name
    self.expression = expression
  }
}

/// A number that the latest edition of its data states differently.
public struct RevisedFigure: Sendable, Hashable {
  /// Its anchor.
  public let id: String
  /// The value's name.
  public let name: String
  /// The anchor of its entry among the page's figures.
  public let figure: String
  /// As the page shows it.
  public let text: String
  /// As the latest edition has it; nil where it does not give it.
  public let latest: String?
  /// The datasets that were revised.
  public let datasets: [RevisedDataset]

  public init(
    id: String, name: String, figure: String, text: String, latest: String?, datasets: [RevisedDataset]
  ) {
    self.id = id
    self.name = name
    self.figure = figure
    self.text = text
    self.latest = latest
    self.datasets = datasets
  }
}

/// A dataset in the edition that a page reads and in the latest.
public struct RevisedDataset: Sendable, Hashable {
  public let title: DataText
  public let path: SitePath
  /// The day of the edition that the page reads.
  public let read: Period
  /// The day of the latest edition.
  public let latest: Period

  public init(title: DataText, path: SitePath, read: Period, latest: Period) {
    self.title = title
    self.path = path
    self.read = read
    self.latest = latest
  }
}

/// A chart that the latest edition of its data would draw differently.
public struct RevisedChart: Sendable, Hashable {
  /// The id of its figure.
  public let id: String
  public let title: String
  public let revision: FigureRevision

  public init(id: String, title: String, revision: FigureRevision) {
    self.id = id
    self.title = title
    self.revision = revision
  }
}

/// How many of a chart's figures the latest editions state differently.
public struct FigureRevision: Sendable, Hashable {
  public let count: Int
  public let datasets: [RevisedDataset]

  public init(count: Int, datasets: [RevisedDataset]) {
    self.count = count
    self.datasets = datasets
  }
}
