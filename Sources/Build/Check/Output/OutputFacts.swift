// SPDX-License-Identifier: MIT

/// What was made from one source, as far as the check of the whole site needs it. The bytes are let go.
struct OutputFacts: Sendable {
  let part: SitePart
  private(set) var pages: [PageFacts] = []
  /// Bytes by path.
  private(set) var weights: [String: Int] = [:]
  private(set) var feeds: [FeedFacts] = []
  private(set) var stylesheets = ""

  /// - Parameter cards: Files that are still to be drawn.
  init(_ files: [OutputFile], cards: [ChartCardFile], of part: SitePart) {
    self.part = part
    for card in cards { weights[card.path] = 0 }
    for file in files {
      weights[file.path] = file.bytes.count
      switch file.path.split(separator: ".").last {
      case "html": pages.append(PageFacts(file))
      case "xml": feeds.append(FeedFacts(xml: file))
      case "css": stylesheets += String(decoding: file.bytes, as: UTF8.self)
      case "json" where file.path.hasSuffix("feed.json"): feeds.append(FeedFacts(json: file))
      default: break
      }
    }
  }
}
