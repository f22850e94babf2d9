// SPDX-License-Identifier: MIT
import Diagnostics
import Programs

/// Writes `x.br` beside each of some files of a folder, by the program `brotli`.
///
/// - Parameter place: Where site.yml asks for it.
/// - Throws: `brotli-missing`, a warning, where there is no such program; `brotli-failed`.
func compressByBrotli(
  _ paths: [String], in folder: String, threads: Int, at place: Place
) async throws(Diagnostic) {
  let brotli = Program(name: "brotli", package: "brotli", rule: "brotli-failed", place: place, folder: folder)
  do throws(Diagnostic) {
    try await brotli.run(to: "start", ["--version"])
  } catch {
    guard error.rule == "program-missing" else { throw error }
    throw .warning("brotli-missing", "\(error.message): no .br files are written", at: place, hint: error.hint)
  }
  // Few processes, each with many files; none with more names than a command line holds.
  let runs = stride(from: 0, to: paths.count, by: 200).map { paths[$0..<min($0 + 200, paths.count)].map { "./" + $0 } }
  let faults = await withTaskGroup(of: Diagnostic?.self) { group in
    var waiting = runs[...]
    var faults: [Diagnostic] = []
    func start() {
      guard let run = waiting.popFirst() else { return }
      group.addTask {
        do throws(Diagnostic) {
          try await brotli.run(to: "compress", ["--best", "--keep", "--"] + run)
          return nil
        } catch { return error }
      }
    }
    for _ in 0..<threads { start() }
    while let fault = await group.next() {
      if let fault { faults.append(fault) }
      start()
    }
    return faults
  }
  if let fault = faults.first { throw fault }
}
