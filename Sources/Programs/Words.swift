// SPDX-License-Identifier: MIT
import Subprocess

/// What a running program says, and when it last said something.
actor Words {
  private var said: [UInt8] = []
  private var complained: [UInt8] = []
  private var lastWord = ContinuousClock.now
  private(set) var end = End.itself

  /// Why the listening was over.
  enum End { case itself, silence, fault }

  var output: String { String(decoding: said, as: UTF8.self) }
  var errors: String { String(decoding: complained, as: UTF8.self) }

  /// Listens until the program has closed both its streams, has been silent for too long, or has complained in words
  /// that say that it has failed.
  func hear(
    _ output: SubprocessOutputSequence, _ errors: SubprocessOutputSequence, patience: Duration?, fault: String?
  ) async throws {
    lastWord = .now
    try await withThrowingTaskGroup(of: End.self) { group in
      group.addTask {
        for try await part in output { await self.take(part, isError: false) }
        return .itself
      }
      group.addTask {
        for try await part in errors {
          await self.take(part, isError: true)
          if let fault, await self.hasComplained(of: fault) { return .fault }
        }
        return .itself
      }
      if let patience {
        group.addTask {
          try await self.waitForSilence(of: patience)
          return .silence
        }
      }
      var streams = 2
      while streams > 0, end == .itself, let reason = try await group.next() {
        streams -= 1
        end = reason
      }
      group.cancelAll()
    }
  }

  private func take(_ part: SubprocessOutputSequence.Buffer, isError: Bool) {
    lastWord = .now
    part.withUnsafeBytes { bytes in
      if isError { complained += bytes } else { said += bytes }
    }
  }

  /// Whether a whole line of the complaints holds some words.
  private func hasComplained(of words: String) -> Bool {
    guard let found = complained.firstRange(of: Array(words.utf8)) else { return false }
    return complained[found.upperBound...].contains(UInt8(ascii: "\n"))
  }

  private func waitForSilence(of patience: Duration) async throws {
    while true {
      let rest = patience - (ContinuousClock.now - lastWord)
      if rest <= .zero { return }
      try await Task.sleep(for: rest)
    }
  }
}
