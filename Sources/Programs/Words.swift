// SPDX-License-Identifier: MIT
import Subprocess

/// What a running program says, and when it last said something.
actor Words {
  private var said: [UInt8] = []
  private var complained: [UInt8] = []
  private var lastWord = ContinuousClock.now
  private(set) var endedInSilence = false

  var output: String { String(decoding: said, as: UTF8.self) }
  var errors: String { String(decoding: complained, as: UTF8.self) }

  /// Listens until the program has closed both its streams, or has been silent for too long.
  func hear(
    _ output: SubprocessOutputSequence, _ errors: SubprocessOutputSequence, patience: Duration?
  ) async throws {
    lastWord = .now
    try await withThrowingTaskGroup(of: Bool.self) { group in
      group.addTask {
        for try await part in output { await self.take(part, isError: false) }
        return false
      }
      group.addTask {
        for try await part in errors { await self.take(part, isError: true) }
        return false
      }
      if let patience {
        group.addTask {
          try await self.waitForSilence(of: patience)
          return true
        }
      }
      var streams = 2
      while streams > 0, let isSilent = try await group.next() {
        streams -= 1
        if isSilent {
          endedInSilence = true
          break
        }
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

  private func waitForSilence(of patience: Duration) async throws {
    while true {
      let rest = patience - (ContinuousClock.now - lastWord)
      if rest <= .zero { return }
      try await Task.sleep(for: rest)
    }
  }
}
