// SPDX-License-Identifier: MIT
import Build
import Diagnostics
import FlyingFox
import FlyingSocks
import Foundation
import Site

/// What a preview is asked to do.
public struct PreviewOptions: Sendable {
  /// The site; its output is not written.
  public var site: BuildOptions
  /// The first port to try.
  public var port: UInt16 = 8080
  /// The address to serve on; loopback where it is nil.
  public var address: String?
  /// Looks at every file instead of asking the system for changes.
  public var polls = false

  public init(site: BuildOptions) { self.site = site }
}

/// Why a preview cannot begin.
public struct PreviewFault: Error, CustomStringConvertible, Sendable {
  public let description: String
}

/// Serves a site from memory until the process is asked to end (SIGINT, SIGTERM).
///
/// - Parameter started: Gets the address of the home page when it can be asked for.
/// - Throws: a `PreviewFault` where no port is free or the address is none of this machine.
public func preview(
  _ options: PreviewOptions, theme: Theme, log: Log, started: @Sendable (String) -> Void
) async throws(PreviewFault) {
  let end = StopSignals()
  let session = Session(site: LiveSite(options.site, theme: theme), log: log)
  let handedOver = Restart.takeSocket()
  let listening: ListeningSocket
  if let handedOver { listening = handedOver } else { listening = try listen(options, log) }
  // First of all; who asks now waits for the site.
  let server = try await serve(session, options, on: listening)
  // The watcher's first report is of everything, and comes when nothing can be missed any more.
  let (changes, signals) = watch(root: options.site.root, files: .site, polls: options.polls)
  let package = ToolPackage.running.flatMap { $0.stands(in: options.site.root) ? $0 : nil }
  let rebuilder = package.map {
    TemplateRebuilder(package: $0, session: session, log: log, root: options.site.root, polls: options.polls)
  }
  for await _ in signals { break }
  await session.update(changes.take())
  await rebuilder?.ready()
  let name = options.address ?? "127.0.0.1"
  let url = "http://\(name.contains(":") ? "[\(name)]" : name):\(listening.port ?? options.port)/"
  if handedOver == nil { started(url) } else { log.say("the preview goes on at \(url) with the new templates") }
  let work = Task {
    var check: Task<Void, any Error>?
    func checkSoon() {
      check?.cancel()
      check = Task(priority: .background) {
        try await Task.sleep(for: .milliseconds(300))
        await session.check()
      }
    }
    checkSoon()
    for await _ in signals {
      let changed = changes.take()
      guard changed != .paths([]) else { continue }
      check?.cancel()
      await session.update(changed)
      checkSoon()
    }
  }
  let pings = Task {
    while !Task.isCancelled {
      try await Task.sleep(for: .seconds(10))
      await session.ping()
    }
  }
  let restart = end.restart
  let templates = Task {
    guard let rebuilder else { return log.sayTemplatesAreNotWatched(at: options.site.root) }
    if await rebuilder.run() { restart() }
  }
  let reason = await end.wait()
  if reason == .asked { log.say("the preview ends") }
  templates.cancel()
  await templates.value
  changes.end()
  work.cancel()
  pings.cancel()
  await session.closeAll()
  if reason == .newTool {
    // Whoever has been let in is answered whole before the process becomes another.
    server.pool.stopAccepting()
    try? await Task.sleep(for: .milliseconds(300))
  }
  await server.http.stop(timeout: reason == .newTool ? 0.5 : 0)
  server.run.cancel()
  if reason == .newTool, let package { throw Restart.become(package.executable, handingOver: listening) }
}

extension Log {
  /// A site that has a look of its own in Swift is previewed by a tool that was built from it.
  fileprivate func sayTemplatesAreNotWatched(at root: String) {
    guard FileManager.default.fileExists(atPath: root + "/Package.swift") else { return }
    say("templates in Swift are not watched: this tool was not built in this folder; run its own with 'swift run'")
  }
}

/// Listens on the first port that is free, from the one asked for.
private func listen(_ options: PreviewOptions, _ log: Log) throws(PreviewFault) -> ListeningSocket {
  let name = options.address ?? "127.0.0.1"
  let ports = (0..<20).compactMap { UInt16(exactly: Int(options.port) + $0) }
  for port in ports {
    switch ListeningSocket.open(try ListeningAddress(name, port: port)) {
    case .listening(let socket): return socket
    case .inUse: log.say("port \(port) is in use")
    case .refused(let reason): throw PreviewFault(description: "cannot serve on \(name), port \(port): \(reason)")
    }
  }
  throw PreviewFault(
    description: "the ports \(ports.first ?? 0) to \(ports.last ?? 0) are all in use; name another with --port")
}

private struct RunningServer {
  let http: HTTPServer
  let pool: ListeningPool
  let run: Task<Void, any Error>
}

private func serve(
  _ session: Session, _ options: PreviewOptions, on listening: ListeningSocket
) async throws(PreviewFault) -> RunningServer {
  let pool = ListeningPool(listening, base: HTTPServer.defaultPool())
  let server: HTTPServer
  do {
    let nobodys = try sockaddr_in.inet(ip4: "127.0.0.1", port: 0)
    server = HTTPServer(
      config: .init(address: nobodys, timeout: 300, pool: pool, logger: .disabled),
      handler: Responder(session: session, requestGuard: RequestGuard(address: options.address)))
  } catch {
    throw PreviewFault(description: "cannot serve: \(error)")
  }
  let run = Task { try await server.run() }
  do {
    try await server.waitUntilListening(timeout: 5)
  } catch {
    throw PreviewFault(description: "cannot serve: \(error)")
  }
  return RunningServer(http: server, pool: pool, run: run)
}
