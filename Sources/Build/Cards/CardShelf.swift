// SPDX-License-Identifier: MIT
import Diagnostics
import Synchronization

/// The cards of one build: those that an earlier one drew, and how the others are drawn.
final class CardShelf: Sendable {
  private let painter: CardPainter
  private let cache: CardCache
  /// Whether cards are drawn although they are kept.
  private let isForced: Bool
  private let used = Mutex<Set<String>>([])

  /// - Returns: nil for a site without cards.
  init?(_ model: SiteModel, _ sources: SiteSources, _ options: BuildOptions) {
    guard model.library.hasCards, let painter = sources.cardPainter else { return nil }
    self.painter = painter
    cache = CardCache(root: options.root, painter: painter.file)
    isForced = options.isForced
  }

  /// Makes files of those cards that are kept. Safe from many threads.
  func fill(_ rendered: inout Rendered) {
    let cards = rendered.cards
    rendered.cards = []
    for card in cards {
      let key = cache.key(of: card)
      used.withLock { _ = $0.insert(key) }
      if !isForced, let png = cache.png(key) {
        rendered.files.append(OutputFile(card.path, png))
      } else {
        rendered.cards.append(card)
      }
    }
  }

  /// Draws the cards that are left, and lets go of those that nobody has asked for in a while.
  ///
  /// - Returns: Each with the page it comes from.
  /// - Throws: `card-failed`.
  func draw(
    _ cards: [ChartCardFile], _ staging: Staging, _ options: BuildOptions
  ) async throws(Diagnostic) -> [(Rendered, source: String)] {
    var files: [OutputFile] = []
    if !cards.isEmpty {
      let folder = staging.folder + "/.cards"
      defer { try? Disk.remove(folder) }
      files = try await Build.draw(
        cards, by: painter, keptIn: cache, folder: folder, threads: options.threads
      ) { done in
        options.progress?(BuildProgress(stage: "drawing cards", done: done, total: cards.count))
      }
    }
    cache.removeStale(using: used.withLock { $0 })
    return zip(files, cards).map { (Rendered(files: [$0]), $1.place.path) }
  }
}

extension SiteModel {
  /// Whether the site would have cards, were the program there.
  func lacksCards(_ sources: SiteSources, _ options: BuildOptions) -> Bool {
    options.drawsCards && sources.cardPainter == nil && library.settings.wantsCards
      && library.pages.contains { !$0.draft.charts.isEmpty }
  }
}

extension CardPainter {
  /// Said once in a build.
  static var missing: Diagnostic {
    .warning(
      "card-missing",
      "there is no program '\(program)' on this machine: charts get no cards for social networks",
      at: Place(SiteSettings.path), hint: "on Debian: apt install \(debianPackage); or write 'cards: false' there")
  }
}
