// SPDX-License-Identifier: MIT
import Diagnostics
import Foundation
import Programs

/// Keeps the PNGs of cards in `.briefing/cards`, so that a chart that has not changed is never drawn again.
///
/// A PNG is known by its SVG's bytes and the program that drew it. A file's name holds the fingerprint of its own bytes
/// too, so one that was cut short is none. A cache that cannot be read or written is none either.
struct CardCache: Sendable {
  private let folder: String
  private let painter: String
  /// File names by the keys they begin with.
  private let names: [String: String]
  /// What no build has asked for is kept so long, for the sake of builds with other options in between.
  private static let restSeconds = 7 * 24 * 3600

  init(root: String, painter: ProgramFile) {
    folder = root + "/.briefing/cards"
    self.painter = painter.identity
    let found = (try? Disk.names(in: folder)) ?? []
    names = Dictionary(
      found.compactMap { name in name.firstIndex(of: "-").map { (String(name[..<$0]), name) } },
      uniquingKeysWith: { first, _ in first })
  }

  func key(of card: ChartCardFile) -> String {
    var digest = Digest(seed: UInt64(card.svg.count))
    card.svg.withUnsafeBytes { digest.mix($0) }
    digest.mix(painter)
    return digest.text
  }

  func png(_ key: String) -> [UInt8]? {
    guard let name = names[key], let bytes = try? Disk.read("\(folder)/\(name)"),
      name == CardCache.name(key, bytes)
    else { return nil }
    return bytes
  }

  func keep(_ png: [UInt8], _ key: String) {
    let draft = "\(folder)/draft-\(UInt64.random(in: 0 ... .max))"
    do {
      try Disk.makeFolder(folder)
      try Disk.write(png, to: draft)
      try FileManager.default.moveItem(atPath: draft, toPath: "\(folder)/\(CardCache.name(key, png))")
    } catch {
      try? Disk.remove(draft)
    }
  }

  /// Removes what this build has not asked for and nobody has for a while.
  func removeStale(using keys: Set<String>) {
    let now = Int(Date().timeIntervalSince1970)
    for name in (try? Disk.names(in: folder)) ?? [] where !keys.contains(String(name.prefix { $0 != "-" })) {
      let path = "\(folder)/\(name)"
      if let state = Disk.state(of: path), state.seconds < now - CardCache.restSeconds { try? Disk.remove(path) }
    }
  }

  private static func name(_ key: String, _ png: [UInt8]) -> String { "\(key)-\(fingerprint(png)).png" }
}
