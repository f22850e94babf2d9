// SPDX-License-Identifier: MIT
import Figures
import Markup

/// A chart by itself: how it is cited, embedded and downloaded.
public struct ChartPage: Sendable, Hashable {
  public let frame: PageFrame
  public let figure: Figure
  /// The page whose text it stands in.
  public let home: ListEntry
  /// The page that holds nothing but the figure, for frames in pages of others.
  public let embed: SitePath
  /// How high a frame has to be, in CSS pixels, so that nothing scrolls in it at any usual width.
  public let embedHeight: Int

  public init(frame: PageFrame, figure: Figure, home: ListEntry, embed: SitePath, embedHeight: Int) {
    self.frame = frame
    self.figure = figure
    self.home = home
    self.embed = embed
    self.embedHeight = embedHeight
  }
}
