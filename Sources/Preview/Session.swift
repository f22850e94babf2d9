// SPDX-License-Identifier: MIT
import Build
import Diagnostics
import Foundation
import Markup

/// The site and the windows in which it is open.
actor Session {
  let site: LiveSite
  private let log: Log
  private var windows: [UUID: Window] = [:]
  private var shownDiagnostics: [Diagnostic] = []
  private var templateFaults: [Diagnostic] = []
  private var isReady = false
  private var waiting: [CheckedContinuation<Void, Never>] = []

  /// A page that is open in a browser.
  private struct Window {
    /// The file it shows: `briefings/index.html`.
    let file: String
    var digest: String
    var style: String
    let send: AsyncStream<ServerEvent>.Continuation
  }

  init(site: LiveSite, log: Log) {
    self.site = site
    self.log = log
  }

  /// Returns when the site has been read once: who asks earlier waits.
  func ready() async {
    if !isReady { await withCheckedContinuation { waiting.append($0) } }
  }

  /// The page that stands at a file of the site, or what is shown where there is none.
  func page(_ file: String) async -> (page: ServedPage, isFound: Bool) {
    let style = await site.stylesheet
    if let found = await site.file(file) { return (ServedPage(found, stylesheet: style), true) }
    let absent = await site.file("404.html") ?? LiveFile(bytes: Array(Session.nothing.bytes), notice: nil)
    return (ServedPage(absent, stylesheet: style), false)
  }

  private static let nothing: HTML = """
    <!doctype html>
    <html lang="en"><head><meta charset="utf-8"><title>Preview</title></head>
    <body><p>There is nothing to show yet.</p></body></html>

    """

  /// A window opens on a page that it has already loaded, with the digest and stylesheet that came with it.
  func open(_ file: String, digest: String, style: String) async -> AsyncStream<ServerEvent> {
    let (events, send) = AsyncStream.makeStream(of: ServerEvent.self, bufferingPolicy: .bufferingNewest(16))
    let id = UUID()
    windows[id] = Window(file: file, digest: digest, style: style, send: send)
    send.onTermination = { _ in Task { await self.forget(id) } }
    send.yield(.reconnectSoon)
    send.yield(.problems(problems(shownDiagnostics)))
    await tell(id)
    return events
  }

  private func forget(_ id: UUID) { windows[id] = nil }

  /// Tells a window what has become of its page since it loaded it.
  private func tell(_ id: UUID, media: [String] = []) async {
    guard let window = windows[id] else { return }
    let page = await page(window.file).page
    if page.digest != window.digest || media.contains(where: page.shows) {
      windows[id]?.digest = page.digest
      windows[id]?.style = page.style
      window.send.yield(.reload)
    } else if page.style != window.style {
      windows[id]?.style = page.style
      window.send.yield(.style(from: window.style, to: page.style))
    }
  }

  /// Takes changes of files over into the site and into the open windows.
  func update(_ changes: ChangedFiles) async {
    let start = ContinuousClock.now
    let update = await site.update(changes)
    for id in windows.keys { await tell(id, media: update.media) }
    log.rebuilt(changes, pages: update.pageCount, in: ContinuousClock.now - start)
    await showDiagnostics()
    isReady = true
    for continuation in waiting { continuation.resume() }
    waiting = []
  }

  /// Shows what a compiler found, above all else, until it finds nothing.
  func show(templateFaults: [Diagnostic]) async {
    self.templateFaults = templateFaults
    await showDiagnostics()
  }

  /// Whether older versions of what is broken are shown.
  var hasContentErrors: Bool { get async { await site.hasContentErrors } }

  /// Looks for what only rendering all pages finds.
  func check() async {
    if await site.check() { await showDiagnostics() }
  }

  private func showDiagnostics() async {
    let diagnostics = templateFaults + (await site.diagnostics)
    if diagnostics == shownDiagnostics { return }
    log.found(diagnostics, before: shownDiagnostics)
    shownDiagnostics = diagnostics
    let problems = problems(diagnostics)
    for window in windows.values { window.send.yield(.problems(problems)) }
  }

  func ping() {
    for window in windows.values { window.send.yield(.ping) }
  }

  func closeAll() {
    for window in windows.values { window.send.finish() }
  }

  /// The overlay's text: all that is wrong where something is an error, nothing otherwise.
  private func problems(_ diagnostics: [Diagnostic]) -> JSON {
    guard diagnostics.hasErrors else { return ["title": "", "list": []] }
    let shown = diagnostics.prefix(Session.mostShown).map { diagnostic -> JSON in
      ["severity": .string(diagnostic.severity.rawValue), "text": .string(log.text([diagnostic]))]
    }
    let count = diagnostics.count { $0.severity == .error }
    let more = diagnostics.count > shown.count ? ", the first \(shown.count) here" : ""
    return [
      "title": .string("\(count) error\(count == 1 ? "" : "s")\(more): the page below is the last good one"),
      "list": .array(shown),
    ]
  }

  private static let mostShown = 100
}
