// SPDX-License-Identifier: MIT
import Charts
import Diagnostics
import Programs

/// A chart's card before it is a PNG.
struct ChartCardFile: Sendable {
  /// From the site's root: `charts/partners.png`.
  let path: String
  let svg: [UInt8]
  /// The chart's id, for messages.
  let chart: String
  /// The chart's block.
  let place: Place
}

/// Makes PNGs of cards, by librsvg's program.
struct CardPainter: Sendable {
  static let program = "rsvg-convert"
  static let debianPackage = "librsvg2-bin"

  let file: ProgramFile
  /// A program that takes longer for one card has hung, and is ended.
  var patience: Duration = .seconds(30)

  /// - Returns: nil where the program is not on this machine.
  init?() {
    guard let file = ProgramFile(named: CardPainter.program) else { return nil }
    self.file = file
  }

  init(_ file: ProgramFile, patience: Duration) { (self.file, self.patience) = (file, patience) }

  /// - Parameter folder: Where two files may lie for as long as it takes.
  /// - Throws: `card-failed`.
  func png(of card: ChartCardFile, name: String, in folder: String) async throws(Diagnostic) -> [UInt8] {
    let (source, target) = ("\(folder)/\(name).svg", "\(folder)/\(name).png")
    defer { for path in [source, target] { try? Disk.remove(path) } }
    let painter = Program(
      name: file.path, package: CardPainter.debianPackage, rule: "card-failed", place: card.place, patience: patience)
    do {
      try Disk.write(card.svg, to: source)
    } catch { throw failure(card, "cannot write '\(source)': \(error.reason)") }
    let arguments = [
      "--width", "\(ChartCard.width)", "--height", "\(ChartCard.height)", "--output", target, "--", source,
    ]
    let started = ContinuousClock.now
    do throws(Diagnostic) {
      try await painter.run(to: "draw", arguments)
    } catch {
      // It never says anything while it works.
      let seconds = patience.components.seconds
      throw ContinuousClock.now - started < patience
        ? failure(card, error.message, notes: error.notes)
        : failure(card, "\(file.path) took longer than \(seconds) second\(seconds == 1 ? "" : "s") and was ended")
    }
    guard let png = try? Disk.read(target), let size = ImageSize(png), size.width == ChartCard.width,
      size.height == ChartCard.height
    else { throw failure(card, "\(file.path) left no picture of \(ChartCard.width) × \(ChartCard.height)") }
    return png
  }

  private func failure(_ card: ChartCardFile, _ reason: String, notes: [String] = []) -> Diagnostic {
    .error(
      "card-failed", "the card of the chart '\(card.chart)' was not drawn: \(reason)", at: card.place,
      hint: "'cards: false' in site.yml builds without cards", notes: notes)
  }
}
