// SPDX-License-Identifier: MIT
import Diagnostics
import Foundation
import Programs

#if canImport(Glibc)
  import Glibc
#endif

/// The Swift package that the running tool was built from: `package/.build/…/debug/briefing`.
struct ToolPackage: Sendable, Equatable {
  /// The package's folder, whole.
  let folder: String
  /// The file of the running tool, which a build replaces.
  let executable: String
  /// `debug` or `release`, as the running tool was built.
  let configuration: String
  /// The executable's name in the package.
  let product: String

  /// - Parameter executable: Its path, without links.
  /// - Returns: nil for a tool that stands elsewhere, as an installed one does.
  init?(executable: String) {
    let parts = executable.split(separator: "/").map(String.init)
    guard executable.hasPrefix("/"), let build = parts.lastIndex(of: ".build"), parts.count >= build + 3,
      let product = parts.last, ["debug", "release"].contains(parts[parts.count - 2])
    else { return nil }
    folder = "/" + parts[..<build].joined(separator: "/")
    self.executable = executable
    self.product = product
    configuration = parts[parts.count - 2]
  }

  /// The package of this process, where there is one.
  static var running: ToolPackage? {
    Bundle.main.executablePath.flatMap {
      ToolPackage(executable: URL(fileURLWithPath: $0).resolvingSymlinksInPath().path)
    }
  }

  /// Whether a folder is this package's, whatever name leads to it.
  func stands(in folder: String) -> Bool {
    URL(fileURLWithPath: folder).resolvingSymlinksInPath().path == self.folder
      && FileManager.default.fileExists(atPath: folder + "/Package.swift")
  }

  /// Compiles what has changed.
  ///
  /// - Parameter changed: The file that is to blame where nobody says which.
  /// - Returns: What is wrong; nothing where `executable` is the new one.
  func compile(_ changed: String) async -> [Diagnostic] {
    // A build with other options than the last one would begin anew.
    let options = isStaticallyLinked ? ["--static-swift-stdlib"] : []
    let swift = program("swift", changed)
    do throws(Diagnostic) {
      let answer = try await swift.ask(
        ["build", "--package-path", folder, "--configuration", configuration, "--product", product] + options)
      if answer.code == 0 { return [] }
      let faults = compilerFaults(answer.output + "\n" + answer.errors, package: folder)
      return faults.isEmpty ? [swift.failure(to: "compile", answer, output: true)] : faults
    } catch { return [error] }
  }

  /// Lets the new tool check the site: a template that stops the program must not stop the preview.
  func tryOut(_ changed: String, site: String) async -> [Diagnostic] {
    var tool = program(executable, changed)
    tool.environment["SWIFT_BACKTRACE"] = "enable=no"
    do throws(Diagnostic) {
      let answer = try await tool.ask(["check", "--site", site])
      if answer.code != nil { return [] }
      // What the template did stands first; a stack trace follows it.
      let lines = answer.errors.split(separator: "\n").map(String.init)
      let words = Array(lines.drop { !$0.contains("Fatal error") }.prefix(6))
      return [
        .error(
          "template-trap", "the tool stops with the new templates", at: Place(changed, line: 1, column: 1),
          notes: words.isEmpty ? lines.suffix(6) : words
        )
      ]
    } catch { return [error] }
  }

  private func program(_ name: String, _ changed: String) -> Program {
    Program(
      name: name, package: "", rule: "template-compile", place: Place(changed, line: 1, column: 1), folder: folder)
  }

  /// Whether this process has Swift's libraries inside it.
  private var isStaticallyLinked: Bool {
    #if canImport(Glibc)
      return dlopen("libswiftCore.so", RTLD_NOLOAD | RTLD_LAZY) == nil
    #else
      return false
    #endif
  }
}
