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
  public let embedHeight: EmbedHeight

  public init(frame: PageFrame, figure: Figure, home: ListEntry, embed: SitePath, embedHeight: EmbedHeight) {
    self.frame = frame
    self.figure = figure
    self.home = home
    self.embed = embed
    self.embedHeight = embedHeight
  }
}

/// How high a frame has to be, in CSS pixels, so that nothing scrolls in it.
public struct EmbedHeight: Sendable, Hashable {
  /// From this width on, the bare page shows the wide picture.
  public static let wideFrom = 672

  public let narrow: Int
  public let wide: Int

  public init(narrow: Int, wide: Int) { (self.narrow, self.wide) = (narrow, wide) }
}
