// SPDX-License-Identifier: MIT
import Build
import Foundation
import Synchronization

/// One line of a terminal that says what is done at the moment. It appears after half a second and is gone at the end;
/// in a pipe there is none.
final class ProgressLine: Sendable {
  private struct State {
    var text = ""
    var drawn = ""
    var drawnAt: ContinuousClock.Instant
    var isOver = false
  }

  private let isOn: Bool
  private let start = ContinuousClock.now
  private let state: Mutex<State>

  private init() {
    isOn = isatty(STDERR_FILENO) == 1 && ProcessInfo.processInfo.environment["TERM"] != "dumb"
    state = Mutex(State(drawnAt: start))
  }

  /// Does some work with a line of progress.
  static func during<Result: Sendable>(_ work: (ProgressLine) async throws -> Result) async rethrows -> Result {
    let line = ProgressLine()
    if !line.isOn { return try await work(line) }
    // Draws while a step says nothing for long.
    let ticker = Task {
      while !Task.isCancelled {
        try? await Task.sleep(for: .milliseconds(100))
        line.draw()
      }
    }
    defer {
      ticker.cancel()
      line.end()
    }
    return try await work(line)
  }

  func show(_ text: String) {
    if !isOn { return }
    state.withLock { $0.text = text }
    draw()
  }

  func show(_ progress: BuildProgress) {
    show(progress.total == 0 ? progress.stage : "\(progress.stage) \(progress.done) of \(progress.total)")
  }

  private func draw() {
    state.withLock { state in
      let now = ContinuousClock.now
      guard !state.isOver, state.text != state.drawn, now - start > .milliseconds(500),
        state.drawn.isEmpty || now - state.drawnAt > .milliseconds(80)
      else { return }
      (state.drawn, state.drawnAt) = (state.text, now)
      write("\r\u{1B}[K\(state.text) …", to: .standardError)
    }
  }

  /// Takes the line away, so that what is printed next begins at the margin.
  private func end() {
    state.withLock { state in
      state.isOver = true
      if !state.drawn.isEmpty { write("\r\u{1B}[K", to: .standardError) }
    }
  }
}

extension BuildOptions {
  /// The same with its progress told to a line.
  func showing(on line: ProgressLine) -> BuildOptions {
    var options = self
    options.progress = { line.show($0) }
    return options
  }
}
