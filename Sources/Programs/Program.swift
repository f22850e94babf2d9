// SPDX-License-Identifier: MIT
import Diagnostics
import Subprocess

/// A program of this machine, such as git or swift. Arguments are handed over as they are; no shell reads them.
package struct Program: Sendable {
  /// How PATH knows it, or a whole path.
  package let name: String
  /// The Debian package that holds it; empty where none does.
  package let package: String
  /// The id of the fault that is reported where it fails: `publish-failed`.
  package let rule: String
  /// Faults are reported here.
  package let place: Place
  package var environment: [String: String?]
  /// The folder it runs in.
  package var folder: String?
  /// A program that says nothing for so long has hung, and is ended; nil waits for ever.
  package var patience: Duration?
  /// A complaint with which it has failed, although it goes on: it is ended then. nil where there is none.
  package var fault: String?

  package init(
    name: String, package: String, rule: String, place: Place, environment: [String: String?] = [:],
    folder: String? = nil, patience: Duration? = nil
  ) {
    self.name = name
    self.package = package
    self.rule = rule
    self.place = place
    self.environment = environment
    self.folder = folder
    self.patience = patience
  }

  package struct Answer: Sendable {
    /// What it ended with; nil where a signal ended it, ours after its `fault` for one.
    package let code: Int?
    package let output: String
    package let errors: String
  }

  /// Runs the program to its end, whatever its answer. Cancelling the task ends the program.
  ///
  /// - Throws: `program-missing`, or the program's rule where it could not be run or said nothing for too long.
  package func ask(_ arguments: [String]) async throws(Diagnostic) -> Answer {
    var settings: [Environment.Key: String?] = ["LC_ALL": "C.UTF-8"]
    for (key, value) in environment { settings[Environment.Key(rawValue: key) ?? "LC_ALL"] = value }
    do {
      let words = Words()
      let result = try await Subprocess.run(
        name.contains("/") ? .path(.init(name)) : .name(name), arguments: Arguments(arguments),
        environment: .inherit.updating(settings), workingDirectory: folder.map { .init($0) },
        platformOptions: Program.options, input: .none, output: .sequence, error: .sequence
      ) { execution in
        try await words.hear(execution.standardOutput, execution.standardError, patience: patience, fault: fault)
        if await words.end != .itself { await execution.teardown(using: Program.teardown) }
      }
      if await words.end == .silence, let patience {
        throw silence(patience, await words.errors)
      }
      var code: Int?
      if await words.end == .itself, case .exited(let status) = result.terminationStatus { code = Int(status) }
      return Answer(code: code, output: await words.output, errors: await words.errors)
    } catch let error as SubprocessError where error.code == .executableNotFound {
      throw .error(
        "program-missing", "there is no program '\(name)' on this machine", at: place,
        hint: package.isEmpty ? nil : "on Debian: apt install \(package)")
    } catch let error as Diagnostic {
      throw error
    } catch {
      throw .error(rule, "cannot run \(name): \(error)", at: place)
    }
  }

  /// Runs the program and gives what it printed.
  ///
  /// - Parameter purpose: What it is for, in the message of a failure: `send files`.
  /// - Throws: The program's rule, with its own words, where it did not end with 0.
  @discardableResult
  package func run(
    to purpose: String, hint: String? = nil, _ arguments: [String]
  ) async throws(Diagnostic) -> String {
    let answer = try await ask(arguments)
    if answer.code == 0 { return answer.output }
    throw failure(to: purpose, answer, hint: hint)
  }

  /// - Parameter output: Whether its last words are in its output.
  package func failure(
    to purpose: String, _ answer: Answer, hint: String? = nil, output: Bool = false
  ) -> Diagnostic {
    let wasGivenUp = fault.map(answer.errors.contains) ?? false
    let end = answer.code.map { "it ended with \($0)" } ?? (wasGivenUp ? "it was ended" : "it was ended by a signal")
    return .error(
      rule, "\(name) could not \(purpose) (\(end))", at: place, hint: hint,
      notes: lastLines(output ? answer.output + "\n" + answer.errors : answer.errors))
  }

  private func silence(_ patience: Duration, _ errors: String) -> Diagnostic {
    let seconds = patience.components.seconds
    return .error(
      rule, "\(name) heard nothing for \(seconds) second\(seconds == 1 ? "" : "s") and was ended", at: place,
      hint: "run the command again when the other side answers; what is done already is not done twice",
      notes: lastLines(errors))
  }

  private static let teardown = [TeardownStep.gracefulShutDown(allowedDurationToNextStep: .seconds(2))]

  private static var options: PlatformOptions {
    var options = PlatformOptions()
    options.teardownSequence = teardown
    return options
  }

  /// The end of what a program complained of; how far it got is no complaint.
  private func lastLines(_ text: String) -> [String] {
    text.split(whereSeparator: \.isNewline).map(String.init).filter {
      !$0.isEmpty && !$0.contains("% (") && !$0.contains(" INFO  : ")
    }
    .suffix(8)
  }
}
