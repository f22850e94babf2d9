// SPDX-License-Identifier: MIT
import FlyingSocks
import Foundation
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A socket that waits for browsers. It is the preview's own and not the server's, so that a preview that goes on as
/// another program can hand it over: nobody is refused meanwhile, who asks waits in the system's queue.
struct ListeningSocket: Sendable {
  let socket: Socket

  enum Attempt {
    case listening(ListeningSocket)
    case inUse
    case refused(String)
  }

  /// Tries to listen at an address.
  static func open(_ address: ListeningAddress) -> Attempt {
    do {
      let socket = try Socket(domain: Int32(address.socketAddress.family))
      do {
        try socket.setValue(true, for: .localAddressReuse)
        try socket.bind(to: address.socketAddress)
      } catch {
        try? socket.close()
        throw error
      }
      try socket.listen()
      return .listening(try ListeningSocket(socket))
    } catch SocketError.failed(_, let code, let message) {
      return code == EADDRINUSE ? .inUse : .refused(message)
    } catch {
      return .refused("\(error)")
    }
  }

  /// - Parameter descriptor: One that this process may have been given.
  /// - Returns: nil where nothing listens there.
  init?(descriptor: Int32) {
    guard ListeningSocket.listens(descriptor) else { return nil }
    try? self.init(Socket(file: .init(rawValue: descriptor)))
  }

  private init(_ socket: Socket) throws {
    self.socket = socket
    try socket.setFlags(.nonBlocking)
    // Compilers and other children do not get it.
    _ = fcntl(socket.file.rawValue, F_SETFD, FD_CLOEXEC)
  }

  /// nil for a socket that is none of IP.
  var port: UInt16? {
    switch try? socket.sockname() {
    case .ip4(_, let port), .ip6(_, let port): port
    default: nil
    }
  }

  /// Whether a descriptor is a socket that listens.
  fileprivate static func listens(_ descriptor: Int32) -> Bool {
    var (listens, size) = (Int32(0), socklen_t(MemoryLayout<Int32>.size))
    return getsockopt(descriptor, SOL_SOCKET, SO_ACCEPTCONN, &listens, &size) == 0 && listens != 0
  }
}

/// Makes a server serve on a socket that it has not made, which FlyingFox has no door for: the server listens on a
/// socket of its own that nobody knows, and when it first waits there, ours takes that one's place.
final class ListeningPool: AsyncSocketPool {
  private let base: any AsyncSocketPool
  private let listening: ListeningSocket
  private struct State {
    /// The server's name for our socket.
    var descriptor: Int32?
    var isClosed = false
  }
  private let state = Mutex(State())

  init(_ listening: ListeningSocket, base: any AsyncSocketPool) {
    (self.listening, self.base) = (listening, base)
  }

  /// From now on, who asks waits for another server on the same socket.
  func stopAccepting() { state.withLock { $0.isClosed = true } }

  func prepare() async throws { try await base.prepare() }

  func run() async throws { try await base.run() }

  func suspendSocket(_ socket: Socket, untilReadyFor events: Socket.Events) async throws {
    let isListening = state.withLock { state in
      if state.descriptor == nil, ListeningSocket.listens(socket.file.rawValue),
        dup2(listening.socket.file.rawValue, socket.file.rawValue) >= 0
      {
        state.descriptor = socket.file.rawValue
      }
      return state.descriptor == socket.file.rawValue
    }
    try await base.suspendSocket(socket, untilReadyFor: events)
    // Sleeps until the server's task is cancelled.
    while isListening, state.withLock({ $0.isClosed }) { try await Task.sleep(for: .seconds(60)) }
  }
}
