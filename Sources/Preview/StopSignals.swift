// SPDX-License-Identifier: MIT
import Dispatch
import Foundation

/// Waits for Ctrl-C, a request to end, or a new tool; the process does not end by itself meanwhile.
struct StopSignals {
  enum Reason: Sendable { case asked, newTool }

  private let signals: AsyncStream<Reason>
  private let send: AsyncStream<Reason>.Continuation
  private let sources: [any DispatchSourceSignal]

  init() {
    let (signals, send) = AsyncStream.makeStream(of: Reason.self)
    (self.signals, self.send) = (signals, send)
    // Writing to a window that has closed is an error to handle, not a reason to end.
    signal(SIGPIPE, SIG_IGN)
    sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { send.yield(.asked) }
      source.resume()
      return source
    }
  }

  /// Ends the waiting for a new tool.
  var restart: @Sendable () -> Void {
    let send = send
    return { send.yield(.newTool) }
  }

  func wait() async -> Reason {
    var reason = Reason.asked
    for await sent in signals {
      reason = sent
      break
    }
    for source in sources { source.cancel() }
    return reason
  }
}
