// SPDX-License-Identifier: MIT
import Diagnostics
import Markup
import Site

/// The files of the look as they stand in the site, their names with a fingerprint of their content.
struct PlacedAssets: Sendable {
  let files: [OutputFile]
  let stylesheet: SitePath
  let script: SitePath?
  let icon: SitePath?

  /// - Parameters:
  ///   - root: A file of the same name in `Templates/Assets` of the site's folder wins.
  ///   - chartStyle: Goes behind the theme's stylesheet.
  init(_ assets: [Asset], root: String, chartStyle: String) {
    var files: [OutputFile] = []
    var places: [Asset.Role: SitePath] = [:]
    for asset in assets {
      var bytes = PlacedAssets.own(asset.name, root: root) ?? asset.bytes
      if asset.role == .stylesheet { bytes += Array(("\n" + chartStyle).utf8) }
      let dot = asset.name.lastIndex(of: ".") ?? asset.name.endIndex
      let name = asset.name[..<dot] + "." + fingerprint(bytes).prefix(10) + asset.name[dot...]
      guard let path = SitePath("assets/" + name) else { continue }
      files.append(OutputFile(path.file, bytes))
      places[asset.role] = path
    }
    self.files = files
    stylesheet = places[.stylesheet] ?? .home
    script = places[.script]
    icon = places[.icon]
  }

  /// A link that leads out of the site's folder does not count.
  private static func own(_ name: String, root: String) -> [UInt8]? {
    guard let folder = Disk.resolved(root), let file = Disk.resolved("\(root)/Templates/Assets/\(name)"),
      file.hasPrefix(folder + "/")
    else { return nil }
    return try? Disk.read(file)
  }
}
