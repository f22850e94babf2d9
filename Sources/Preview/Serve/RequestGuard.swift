// SPDX-License-Identifier: MIT

/// Who may ask. A page of another site that runs in the editor's browser can reach this machine; it has another
/// `Origin`, and a name that was made to point here (DNS rebinding) shows in `Host`.
struct RequestGuard: Sendable {
  /// The address that the editor chose to serve on, where it is not loopback.
  let address: String?

  /// - Returns: Why the request is refused; nil where it is not.
  func refusal(host: String?, origin: String?, fetchSite: String?, fetchMode: String?) -> String? {
    guard let host, isOurs(host) else { return "this preview is asked for under another name: \(host ?? "none")" }
    if let origin, origin != "http://\(host)" { return "another site asks for the preview: \(origin)" }
    if fetchSite == "cross-site", fetchMode != "navigate" { return "another site asks for the preview" }
    return nil
  }

  private func isOurs(_ host: String) -> Bool {
    guard let name = RequestGuard.name(of: host) else { return false }
    if ["localhost", "127.0.0.1", "[::1]"].contains(name) { return true }
    // A name cannot be trusted, an address can: nobody else's page has it as its origin.
    return address != nil && (name.hasPrefix("[") || name.allSatisfy { $0.isNumber || $0 == "." })
  }

  /// The name in `name:port`, in small letters; nil where the port is no number.
  private static func name(of host: String) -> String? {
    guard let colon = host.lastIndex(of: ":"), !host.hasSuffix("]") else { return host.lowercased() }
    let port = host[host.index(after: colon)...]
    return UInt16(port) == nil ? nil : host[..<colon].lowercased()
  }
}
