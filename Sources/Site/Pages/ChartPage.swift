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

/// How high a frame has to be, so that nothing scrolls in it. Lengths in CSS pixels.
public struct EmbedHeight: Sendable, Hashable {
  /// From this width on, the bare page shows the wide picture.
  public static let wideFrom = 764
  /// What the bare page leaves empty on its left and right.
  public static let margins = 32

  /// One of the two pictures, with the words around it.
  public struct Part: Sendable, Hashable {
    /// The height of what does not grow with the width.
    public let words: Int
    /// The picture's height in thousandths of its width; 0 for a table.
    public let shape: Int
    /// How wide the picture becomes.
    public let widest: Int

    public init(words: Int, shape: Int, widest: Int) {
      (self.words, self.shape, self.widest) = (words, shape, widest)
    }
  }

  public let narrow: Part
  public let wide: Part

  public init(narrow: Part, wide: Part) { (self.narrow, self.wide) = (narrow, wide) }

  /// What is enough at every width.
  public var most: Int { [narrow, wide].map { $0.words + $0.widest * $0.shape / 1000 }.max() ?? 0 }
}
