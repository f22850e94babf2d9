// SPDX-License-Identifier: MIT

/// How long each stage took.
struct StageTimer {
  private(set) var stages: [(stage: String, duration: Duration)] = []
  private var last = ContinuousClock.now

  mutating func end(_ stage: String) {
    let now = ContinuousClock.now
    stages.append((stage, now - last))
    last = now
  }
}
