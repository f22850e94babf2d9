// SPDX-License-Identifier: MIT
import Diagnostics
import Settings

/// What site.yml says of publishing: `publish:` with a target under each name, and the address readers will use.
///
///     publish:
///       live: {path: /var/www/briefing}
///       pages: {git: git@codeberg.org:us/site.git, branch: pages, cname: briefing.example}
///       server: {rsync: us@host:/srv/briefing}
///       bucket: {rclone: remote:briefing}
public struct PublishSettings: Sendable, Hashable {
  public let targets: [PublishTarget]
  /// `url:` as it was written.
  private let url: String
  private let urlPlace: Place
  private let place: Place

  /// - Parameters:
  ///   - yaml: The text of site.yml; keys that are not of publishing are passed over, since a build reads them.
  ///   - path: How messages call the file.
  public init(yaml: String, path: String, diagnostics: inout [Diagnostic]) {
    let origin = Place(path, line: 1, column: 1)
    var site = Setting(.mapping([]), at: origin)
    do throws(Diagnostic) { site = try Setting(yaml: yaml, at: origin) ?? site } catch { diagnostics.append(error) }
    var fields = Fields(of: site, as: "site.yml")
    let address = fields.setting("url")
    url = address?.text ?? ""
    urlPlace = address?.place ?? origin
    place = fields.keyPlace("publish")
    let read = PublishSettings.read(fields.setting("publish") ?? Setting(.mapping([]), at: origin))
    targets = read.targets
    diagnostics += read.diagnostics
  }

  /// What is wrong with the value of `publish:`.
  @Sendable public static func faults(in publish: Setting) -> [Diagnostic] { read(publish).diagnostics }

  private static func read(_ publish: Setting) -> (targets: [PublishTarget], diagnostics: [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    guard case .mapping(let entries) = publish.content else {
      if publish.text == "" { return ([], []) }
      let fault = Diagnostic.error(
        "settings-type",
        "'publish' has to be 'key: value' lines, not \(publish.text.map { "'\($0)'" } ?? publish.kind)",
        at: publish.place)
      return ([], [fault])
    }
    let targets = entries.compactMap { readTarget($0, &diagnostics) }
    return (targets, diagnostics)
  }

  /// The target of a name; without a name, the only one there is.
  ///
  /// - Throws: `publish-target` where there is none, or the choice is open.
  public func target(named name: String?) throws(Diagnostic) -> PublishTarget {
    let names = targets.map(\.name)
    guard let name else {
      if let only = targets.first, targets.count == 1 { return only }
      throw targets.isEmpty
        ? .error(
          "publish-target", "site.yml names no target to publish to", at: place,
          hint: "for example publish: {live: {path: /var/www/site}}")
        : .error("publish-target", "which target?", at: place, hint: "name one of \(names.joined(separator: ", "))")
    }
    guard let target = targets.first(where: { $0.name == name }) else {
      throw .error(
        "publish-target", "there is no target '\(name)'", at: place, hint: suggestion(for: name, among: names))
    }
    return target
  }

  /// - Throws: `publish-localhost` for an address that only this machine can reach: feeds and links would lead there.
  public func checkAddress() throws(Diagnostic) {
    let authority = url.split(separator: "/", omittingEmptySubsequences: true).dropFirst().first ?? ""
    let isBracketed = authority.hasPrefix("[")
    let host = isBracketed ? authority.prefix { $0 != "]" }.dropFirst() : authority.prefix { $0 != ":" }
    let name = host.lowercased()
    if ["localhost", "0.0.0.0", "::1", "::"].contains(name) || name.hasSuffix(".localhost") || name.hasPrefix("127.") {
      throw .error(
        "publish-localhost", "'\(url)' is an address of this machine only", at: urlPlace,
        hint: "set url to the address that readers will use")
    }
  }
}

private func readTarget(_ entry: Setting.Entry, _ diagnostics: inout [Diagnostic]) -> PublishTarget? {
  var fields = Fields(of: entry.value, as: "the target '\(entry.key)'")
  var ways: [PublishTarget.Way] = []
  let timeout = fields.integer("timeout") ?? PublishTarget.usualTimeout
  if !(1...3600).contains(timeout) {
    fields.diagnostics.append(
      .error(
        "publish-timeout", "'timeout' is a number of seconds from 1 to 3600",
        at: fields.setting("timeout")?.place ?? fields.place))
  }
  if let path = fields.address("path") { ways.append(.folder(path: path)) }
  let branch = fields.address("branch")
  let cname = fields.address("cname")
  if let cname, !cname.utf8.allSatisfy(isHostByte) {
    fields.diagnostics.append(
      .error(
        "publish-cname", "'\(cname)' is no host name", at: fields.setting("cname")?.place ?? fields.place,
        hint: "for example briefing.example.org"))
  }
  if let url = fields.address("git") { ways.append(.git(url: url, branch: branch ?? "gh-pages", cname: cname)) }
  if let destination = fields.address("rsync") { ways.append(.rsync(destination: destination)) }
  if let destination = fields.address("rclone") { ways.append(.rclone(destination: destination)) }
  if fields.setting("git") == nil {
    for key in ["branch", "cname"] where fields.setting(key) != nil {
      fields.diagnostics.append(
        .error("publish-target", "'\(key)' is for a git target only", at: fields.keyPlace(key)))
    }
  }
  let faults = fields.finish()
  diagnostics += faults
  if faults.hasErrors { return nil }
  guard let way = ways.first, ways.count == 1 else {
    diagnostics.append(
      .error(
        "publish-target", "the target '\(entry.key)' needs one of path, git, rsync, rclone", at: entry.keyPlace))
    return nil
  }
  return PublishTarget(name: entry.key, way: way, timeout: timeout, place: entry.keyPlace)
}

extension Fields {
  /// A text that a program will be given: never empty, no control characters, no host that reads as an option.
  fileprivate mutating func address(_ key: String) -> String? {
    guard let setting = setting(key), let text = text(key) else { return nil }
    let host = text.prefix { $0 != ":" }.split(separator: "@", omittingEmptySubsequences: false).last ?? ""
    let fault: String? =
      text.isEmpty
      ? "'\(key)' is empty"
      : text.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F }
        ? "'\(key)' has a control character"
        : isRemote(text) && (text.hasPrefix("-") || host.hasPrefix("-"))
          ? "'\(text)' has a host that begins with '-'" : nil
    guard let fault else { return text }
    diagnostics.append(.error("publish-address", fault, at: setting.place))
    return nil
  }
}

private func isHostByte(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"):
    true
  default: false
  }
}
