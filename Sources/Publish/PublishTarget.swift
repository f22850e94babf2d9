// SPDX-License-Identifier: MIT
import Diagnostics

/// A place that a site is sent to, as `publish:` in site.yml names it.
public struct PublishTarget: Sendable, Hashable {
  /// How files get there.
  public enum Way: Sendable, Hashable {
    /// A folder of this machine.
    case folder(path: String)
    /// A branch of a repository, as GitHub, GitLab and Codeberg Pages serve it.
    case git(url: String, branch: String, cname: String?)
    /// What rsync takes as a destination: `user@host:/path`, or a folder.
    case rsync(destination: String)
    /// What rclone takes as a destination: `remote:path`, or a folder.
    case rclone(destination: String)
  }

  public let name: String
  public let way: Way
  /// How many seconds the other side may say nothing before it counts as gone.
  public let timeout: Int
  /// Where site.yml names it; faults on the way there are reported at it.
  public let place: Place

  public static let usualTimeout = 60

  public init(name: String, way: Way, timeout: Int = PublishTarget.usualTimeout, place: Place) {
    self.name = name
    self.way = way
    self.timeout = timeout
    self.place = place
  }

  /// What a plan shows: `git@host:us/site.git, branch gh-pages`.
  public var summary: String {
    switch way {
    case .folder(let path): path
    case .git(let url, let branch, _): "\(url), branch \(branch)"
    case .rsync(let destination): "rsync to \(destination)"
    case .rclone(let destination): "rclone to \(destination)"
    }
  }
}

/// Whether an address leads to another machine or a remote: `host:path`, `https://…`. A name with a colon behind its
/// first slash is a folder, as git, rsync and rclone see it.
func isRemote(_ address: String) -> Bool {
  address.prefix { $0 != "/" }.contains(":")
}
