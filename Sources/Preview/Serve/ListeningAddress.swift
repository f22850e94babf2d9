// SPDX-License-Identifier: MIT
import FlyingSocks
import Foundation

/// An address of this machine and a port, of either version of IP.
struct ListeningAddress {
  let socketAddress: any SocketAddress

  /// - Throws: a `PreviewFault` where the text is no address.
  init(_ text: String, port: UInt16) throws(PreviewFault) {
    do {
      socketAddress =
        text.contains(":") ? try sockaddr_in6.inet6(ip6: text, port: port) : try sockaddr_in.inet(ip4: text, port: port)
    } catch {
      throw PreviewFault(description: "'\(text)' is no address to serve on; write one such as 192.168.0.5, or 0.0.0.0")
    }
  }
}
