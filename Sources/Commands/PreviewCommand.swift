// SPDX-License-Identifier: MIT
import ArgumentParser
import Build
import Foundation
import Preview

struct PreviewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "preview", abstract: "Serves the site from memory while you write; pages reload when you save.",
    discussion: """
      Errors lie over the last good page until they are mended. With --drafts, drafts, future and expired pages are \
      shown too and say what they are. Ends with Ctrl-C.
      """)

  @OptionGroup var site: ContentArguments

  @Option(help: ArgumentHelp("The port; the next free one where it is in use.", valueName: "n"))
  var port: UInt16 = 8080

  @Option(
    help: ArgumentHelp(
      "Serve on this address of the machine instead of 127.0.0.1, for everybody who can reach it.", valueName: "address"
    ))
  var host: String?

  @Flag(help: "Open the home page in the browser.")
  var open = false

  @Flag(help: "Look at every file for changes, for disks that do not tell of them.")
  var poll = false

  func run() async throws {
    guard let theme = CurrentTheme.theme else { throw ValidationError("no theme was given to the tool") }
    var build = try site.options(output: "")
    build.ignoresDates = site.drafts
    var options = PreviewOptions(site: build)
    (options.port, options.address, options.polls) = (port, host, poll)
    // Whole, since the current folder is lost when it is deleted, also where another one takes its name.
    let root = URL(fileURLWithPath: site.folder).path
    options.site.root = root
    if let host {
      write("warning: everybody who can reach \(host) can read this preview, drafts included\n", to: .standardError)
    }
    // Until the first word of the log.
    let reading = ProgressLine.begin("reading the site")
    defer { reading.end() }
    let log = Log(
      color: wantsColor(STDOUT_FILENO), line: { sourceLine($0, root: root) },
      write: {
        reading.end()
        Commands.write($0, to: .standardOutput)
      })
    let opens = open
    do {
      try await preview(options, theme: theme, log: log) { url in
        write("preview at \(url) (Ctrl-C ends it)\n", to: .standardOutput)
        if opens { openInBrowser(url) }
      }
    } catch {
      write("error: \(error)\n", to: .standardError)
      throw ExitCode(1)
    }
  }
}

/// Asks the desktop to show an address; says so where there is none that could.
private func openInBrowser(_ url: String) {
  #if os(macOS)
    let opener = "open"
  #else
    let opener = "xdg-open"
  #endif
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
  process.arguments = [opener, url]
  process.standardOutput = FileHandle.nullDevice
  process.standardError = FileHandle.nullDevice
  process.terminationHandler = { process in
    if process.terminationStatus != 0 { write("no browser could be opened\n", to: .standardError) }
  }
  do { try process.run() } catch { write("no browser could be opened: \(error)\n", to: .standardError) }
}
