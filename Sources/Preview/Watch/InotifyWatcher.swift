// SPDX-License-Identifier: MIT
#if canImport(Glibc)
  import Build
  import Foundation
  import Glibc

  /// Asks Linux for changes in a site's folder and in the folders below it that matter.
  ///
  /// A save of an editor is many events (a new file, a rename over the old one, a swap file that goes): what comes
  /// within ten milliseconds is reported as one.
  final class InotifyWatcher {
    private let root: String
    private let files: WatchedFiles
    private let descriptor: Int32
    /// The site's folder, whatever its name leads to later. It tells nothing of its end to a process that stands in it.
    private let siteFolder: Identity?
    /// The watched folders by their watch; the site's own is "".
    private var folders: [Int32: String] = [:]
    private var changed: Set<String> = []
    private var hasLostEvents = false

    private static let quiet: Int32 = 10
    private static let longest: Duration = .milliseconds(40)
    private static let mask =
      UInt32(
        IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE_SELF | IN_MOVE_SELF)
      | UInt32(IN_ONLYDIR) | UInt32(IN_DONT_FOLLOW)

    /// - Returns: nil where the system gives no watches: there are limits on them.
    init?(root: String, files: WatchedFiles) {
      self.root = root
      self.files = files
      descriptor = inotify_init1(Int32(IN_CLOEXEC) | Int32(IN_NONBLOCK))
      guard descriptor >= 0 else { return nil }
      siteFolder = InotifyWatcher.identity(of: root)
      add("")
      if hasLostEvents { return nil }
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// Returns when the site's folder is gone and has come back, so that it can be watched anew.
    func run(_ report: (ChangedFiles) -> Void, until changes: Changes) {
      changed = []
      report(.all)
      while !changes.hasEnded {
        if siteFolder != InotifyWatcher.identity(of: root) {
          report(.all)
          repeat { Thread.sleep(forTimeInterval: 0.2) } while !changes.hasEnded && access(root, R_OK) != 0
          return
        }
        guard hasEvents(within: 500) else { continue }
        let start = ContinuousClock.now
        repeat { readEvents() } while hasEvents(within: Self.quiet) && ContinuousClock.now - start < Self.longest
        if hasLostEvents {
          report(.all)
        } else if !changed.isEmpty {
          report(.paths(changed))
        }
        (changed, hasLostEvents) = ([], false)
      }
    }

    private struct Identity: Equatable {
      let device: UInt
      let inode: UInt
    }

    private static func identity(of folder: String) -> Identity? {
      var status = stat()
      return stat(folder, &status) == 0 ? Identity(device: status.st_dev, inode: status.st_ino) : nil
    }

    private func hasEvents(within milliseconds: Int32) -> Bool {
      var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      return poll(&request, 1, milliseconds) > 0
    }

    private func readEvents() {
      var events: [(watch: Int32, mask: UInt32, name: String)] = []
      withUnsafeTemporaryAllocation(byteCount: 65_536, alignment: MemoryLayout<inotify_event>.alignment) { buffer in
        let count = read(descriptor, buffer.baseAddress, buffer.count)
        var offset = 0
        while offset + MemoryLayout<inotify_event>.size <= count {
          let event = buffer.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
          let start = offset + MemoryLayout<inotify_event>.size
          let name = buffer[start..<start + Int(event.len)].prefix { $0 != 0 }
          events.append((event.wd, event.mask, String(decoding: name, as: UTF8.self)))
          offset = start + Int(event.len)
        }
      }
      for event in events { take(event) }
    }

    private func take(_ event: (watch: Int32, mask: UInt32, name: String)) {
      func has(_ flags: Int32...) -> Bool { flags.contains { event.mask & UInt32(bitPattern: $0) != 0 } }
      if has(IN_Q_OVERFLOW) { hasLostEvents = true }
      guard let folder = folders[event.watch] else { return }
      if has(IN_IGNORED, IN_DELETE_SELF, IN_MOVE_SELF) {
        folders[event.watch] = nil
        if folder.isEmpty { hasLostEvents = true }
        return
      }
      let path = WatchedFiles.join(folder, event.name)
      guard files.holds(path) else { return }
      if has(IN_ISDIR) {
        if has(IN_CREATE, IN_MOVED_TO) { add(path) }
        if has(IN_MOVED_FROM) { forget(path) }
        changed.insert(path)
      } else if !has(IN_CREATE) || isLink(path) {
        // A file that is being written is reported when it is closed.
        changed.insert(path)
      }
    }

    /// A link is there at once; nobody will close it.
    private func isLink(_ path: String) -> Bool {
      var status = stat()
      return lstat(root + "/" + path, &status) == 0 && (status.st_mode & S_IFMT == S_IFLNK || status.st_nlink > 1)
    }

    /// Watches a folder and those below it. What is in them counts as changed: it may be older than the watch.
    private func add(_ folder: String) {
      let location = folder.isEmpty ? root : root + "/" + folder
      let watch = inotify_add_watch(descriptor, location, Self.mask)
      guard watch >= 0 else {
        if errno == ENOSPC || errno == ENOMEM { hasLostEvents = true }
        return
      }
      folders[watch] = folder
      for name in (try? FileManager.default.contentsOfDirectory(atPath: location)) ?? [] {
        let path = WatchedFiles.join(folder, name)
        guard files.holds(path) else { continue }
        var status = stat()
        if lstat(root + "/" + path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
          add(path)
        } else {
          changed.insert(path)
        }
      }
    }

    private func forget(_ folder: String) {
      for (watch, path) in folders where path == folder || path.hasPrefix(folder + "/") {
        inotify_rm_watch(descriptor, watch)
        folders[watch] = nil
      }
    }
  }
#endif
