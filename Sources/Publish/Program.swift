// SPDX-License-Identifier: MIT
import Diagnostics
import Subprocess

/// A program of this machine: git, rsync or rclone. Arguments are handed over as they are; no shell reads them.
struct Program: Sendable {
  let name: String
  /// The Debian package that holds it.
  let package: String
  /// Faults are reported here.
  let place: Place
  var environment: [Environment.Key: String?] = [:]
  /// The folder it runs in.
  var folder: String?

  struct Answer: Sendable {
    let code: Int
    let output: String
    let errors: String
  }

  /// Runs the program to its end, whatever its answer.
  ///
  /// - Throws: `program-missing`, or `publish-failed` where it could not be run or was ended by a signal.
  func ask(_ arguments: [String]) async throws(Diagnostic) -> Answer {
    var environment = environment
    environment["LC_ALL"] = "C.UTF-8"
    do {
      let result = try await Subprocess.run(
        .name(name), arguments: Arguments(arguments), environment: .inherit.updating(environment),
        workingDirectory: folder.map { .init($0) }, input: .none, output: .string(limit: Program.limit),
        error: .string(limit: Program.limit))
      guard case .exited(let code) = result.terminationStatus else {
        throw Diagnostic.error("publish-failed", "\(name) was ended by a signal", at: place)
      }
      return Answer(code: Int(code), output: result.standardOutput, errors: result.standardError)
    } catch let error as SubprocessError where error.code == .executableNotFound {
      throw .error(
        "program-missing", "there is no program '\(name)' on this machine", at: place,
        hint: "on Debian: apt install \(package)")
    } catch let error as Diagnostic {
      throw error
    } catch {
      throw .error("publish-failed", "cannot run \(name): \(error)", at: place)
    }
  }

  /// Runs the program and gives what it printed.
  ///
  /// - Parameter purpose: What it is for, in the message of a failure: `send files`.
  /// - Throws: `publish-failed` with the program's own words where it did not end with 0.
  @discardableResult
  func run(to purpose: String, _ arguments: [String]) async throws(Diagnostic) -> String {
    let answer = try await ask(arguments)
    if answer.code == 0 { return answer.output }
    throw failure(to: purpose, answer)
  }

  func failure(to purpose: String, _ answer: Answer, hint: String? = nil) -> Diagnostic {
    let lines = answer.errors.split(whereSeparator: \.isNewline).map(String.init).filter { !$0.isEmpty }
    return .error(
      "publish-failed", "\(name) could not \(purpose) (it ended with \(answer.code))", at: place, hint: hint,
      notes: Array(lines.suffix(8)))
  }

  /// The most bytes that a program's answer may have.
  private static let limit = 256 * 1024 * 1024
}
