// SPDX-License-Identifier: MIT
import FlyingSocks
import Foundation

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// An address of this machine and a port, of either version of IP.
struct ListeningAddress {
  let socketAddress: any SocketAddress

  enum Availability: Equatable {
    case free, inUse
    case refused(String)
  }

  /// - Throws: a `PreviewFault` where the text is no address.
  init(_ text: String, port: UInt16) throws(PreviewFault) {
    do {
      socketAddress =
        text.contains(":") ? try sockaddr_in6.inet6(ip6: text, port: port) : try sockaddr_in.inet(ip4: text, port: port)
    } catch {
      throw PreviewFault(description: "'\(text)' is no address to serve on; write one such as 192.168.0.5, or 0.0.0.0")
    }
  }

  /// Whether somebody listens there. The answer may be old a moment later.
  var availability: Availability {
    do {
      let socket = try Socket(domain: Int32(socketAddress.family))
      defer { try? socket.close() }
      try socket.setValue(true, for: .localAddressReuse)
      try socket.bind(to: socketAddress)
      try socket.listen()
      return .free
    } catch SocketError.failed(_, let code, let message) {
      return code == EADDRINUSE ? .inUse : .refused(message)
    } catch {
      return .refused("\(error)")
    }
  }
}
