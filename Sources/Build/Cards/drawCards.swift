// SPDX-License-Identifier: MIT
import Diagnostics

/// Draws cards, several at a time, and keeps them. They come back in the order given.
///
/// - Parameters:
///   - folder: Holds what is at work; it is made.
///   - done: Told after each card how many there are.
/// - Throws: `card-failed`, of the first that fails; no others are begun then.
func draw(
  _ cards: [ChartCardFile], by painter: CardPainter, keptIn cache: CardCache, folder: String, threads: Int,
  done: (Int) -> Void
) async throws(Diagnostic) -> [OutputFile] {
  do { try Disk.makeFolder(folder) } catch {
    throw .error("output-unwritable", "cannot write '\(folder)': \(error.reason)", at: Place(folder))
  }
  var files = [OutputFile?](repeating: nil, count: cards.count)
  var faults: [Diagnostic] = []
  await withTaskGroup(of: (Int, Result<OutputFile, Diagnostic>).self) { group in
    var waiting = cards.enumerated().makeIterator()
    func start() {
      guard faults.isEmpty, let (number, card) = waiting.next() else { return }
      group.addTask {
        do throws(Diagnostic) {
          let png = try await painter.png(of: card, name: String(number), in: folder)
          cache.keep(png, cache.key(of: card))
          return (number, .success(OutputFile(card.path, png)))
        } catch { return (number, .failure(error)) }
      }
    }
    for _ in 0..<max(1, threads) { start() }
    var count = 0
    while let (number, result) = await group.next() {
      switch result {
      case .success(let file): files[number] = file
      case .failure(let fault): faults.append(fault)
      }
      count += 1
      done(count)
      start()
    }
  }
  if let fault = faults.inReadingOrder.first { throw fault }
  return files.compactMap(\.self)
}
