// SPDX-License-Identifier: MIT
import Dispatch

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Whether a host is one of the public network. A page must not make the machine that checks it ask its own services
/// or those of its network, such as a cloud's metadata.
enum HostKind: Sendable {
  case open, closed, unknown

  /// Looks a host up, away from the threads that others need.
  static func of(_ host: String) async -> HostKind {
    await withCheckedContinuation { continuation in
      DispatchQueue.global().async { continuation.resume(returning: lookUp(host)) }
    }
  }

  private static func lookUp(_ host: String) -> HostKind {
    var hints = addrinfo()
    #if canImport(Glibc)
      hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    #else
      hints.ai_socktype = SOCK_STREAM
    #endif
    var list: UnsafeMutablePointer<addrinfo>?
    let bare = host.hasPrefix("[") && host.hasSuffix("]") ? String(host.dropFirst().dropLast()) : host
    guard getaddrinfo(bare, nil, &hints, &list) == 0 else { return .unknown }
    defer { freeaddrinfo(list) }
    var entry = list
    while let info = entry?.pointee {
      if let address = info.ai_addr, isClosed(address, family: info.ai_family) { return .closed }
      entry = info.ai_next
    }
    return .open
  }

  private static func isClosed(_ address: UnsafeMutablePointer<sockaddr>, family: Int32) -> Bool {
    if family == AF_INET {
      return address.withMemoryRebound(to: sockaddr_in.self, capacity: 1) { pointer in
        withUnsafeBytes(of: pointer.pointee.sin_addr) { isClosed(ipv4: Array($0)) }
      }
    }
    return address.withMemoryRebound(to: sockaddr_in6.self, capacity: 1) { pointer in
      withUnsafeBytes(of: pointer.pointee.sin6_addr) { isClosed(ipv6: Array($0)) }
    }
  }

  /// This machine, private networks, link-local ones (RFC 6890), and what is no single host.
  static func isClosed(ipv4 bytes: [UInt8]) -> Bool {
    switch (bytes[0], bytes[1]) {
    case (0, _), (10, _), (127, _), (169, 254), (192, 168), (172, 16...31), (100, 64...127), (198, 18...19): true
    case (192, 0): bytes[2] == 0
    case (224..., _): true
    default: false
    }
  }

  static func isClosed(ipv6 bytes: [UInt8]) -> Bool {
    let zeros = bytes.prefix { $0 == 0 }.count
    if zeros >= 15 { return true }  // :: and ::1
    if zeros == 10, bytes[10] == 0xFF, bytes[11] == 0xFF { return isClosed(ipv4: Array(bytes[12...])) }
    if bytes.starts(with: [0, 0x64, 0xFF, 0x9B]) { return isClosed(ipv4: Array(bytes[12...])) }  // NAT64
    // fc00::/7 private, fe80::/10 link-local, ff00::/8 many hosts
    return bytes[0] & 0xFE == 0xFC || bytes[0] == 0xFE && bytes[1] & 0xC0 == 0x80 || bytes[0] == 0xFF
  }
}
