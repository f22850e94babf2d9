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
    /// Draws while a step says nothing for long.
    var ticker: Task<Void, Never>?
    var isOver = false
  }

  private let isOn: Bool
  private let start = ContinuousClock.now
  private let state: Mutex<State>

  private init(_ text: String) {
    isOn = isatty(STDERR_FILENO) == 1 && ProcessInfo.processInfo.environment["TERM"] != "dumb"
    state = Mutex(State(text: text, drawnAt: start))
  }

  /// A line that whoever begins it ends.
  static func begin(_ text: String = "") -> ProgressLine {
    let line = ProgressLine(text)
    guard line.isOn else { return line }
    let ticker = Task {
      while !Task.isCancelled {
        try? await Task.sleep(for: .milliseconds(100))
        line.draw()
      }
    }
    line.state.withLock { $0.ticker = ticker }
    return line
  }

  /// Does some work with a line of progress.
  static func during<Result: Sendable>(_ work: (ProgressLine) async throws -> Result) async rethrows -> Result {
    let line = begin()
    defer { line.end() }
    return try await work(line)
  }

  /// Does some work of one step.
  static func during<Result, Fault>(_ text: String, _ work: () throws(Fault) -> Result) throws(Fault) -> Result {
    let line = begin(text)
    defer { line.end() }
    return try work()
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
  func end() {
    state.withLock { state in
      if state.isOver { return }
      state.isOver = true
      state.ticker?.cancel()
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
