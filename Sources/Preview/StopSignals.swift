// SPDX-License-Identifier: MIT
import Dispatch
import Foundation

/// Waits for Ctrl-C or a request to end; the process does not end by itself meanwhile.
struct StopSignals {
  private let signals: AsyncStream<Void>
  private let sources: [any DispatchSourceSignal]

  init() {
    let (signals, send) = AsyncStream.makeStream(of: Void.self)
    self.signals = signals
    // Writing to a window that has closed is an error to handle, not a reason to end.
    signal(SIGPIPE, SIG_IGN)
    sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { send.yield() }
      source.resume()
      return source
    }
  }

  func wait() async {
    for await _ in signals { break }
    for source in sources { source.cancel() }
  }
}
