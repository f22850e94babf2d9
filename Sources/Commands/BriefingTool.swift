// SPDX-License-Identifier: MIT
import ArgumentParser
import Diagnostics
import Site

/// The command line. A site with a look of its own runs it with its own theme:
///
///     await BriefingTool.run(theme: .mine)
public enum BriefingTool {
  public static let version = "0.1.0"

  /// Reads the arguments, does what they say, and ends the process: 0 when all went well, 1 when something is wrong
  /// with the content, 64 for a mistake in the arguments.
  public static func run(theme: Theme) async {
    if let fault = unknownCommand(Array(CommandLine.arguments.dropFirst()), of: Root.self) {
      Root.exit(withError: fault)
    }
    await CurrentTheme.$theme.withValue(theme) { await Root.main() }
  }
}

/// What to say where a command is misspelt: ArgumentParser names the word only, not what was meant.
private func unknownCommand(
  _ words: [String], of parent: any ParsableCommand.Type, after path: String = ""
) -> ValidationError? {
  let commands = Dictionary(
    parent.configuration.subcommands.map { ($0.configuration.commandName ?? "", $0) },
    uniquingKeysWith: { first, _ in first })
  guard !commands.isEmpty, let word = words.first, !word.hasPrefix("-"), word != "help" else { return nil }
  if let command = commands[word] {
    return unknownCommand(Array(words.dropFirst()), of: command, after: path + word + " ")
  }
  let hint = suggestion(for: word, among: Array(commands.keys)) ?? "see --help"
  return ValidationError("there is no command '\(path)\(word)'; \(hint)")
}

/// The theme that commands of this run use: ArgumentParser makes the commands itself, so it cannot be handed to them.
enum CurrentTheme {
  @TaskLocal static var theme: Theme?
}

struct Root: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "briefing", abstract: "Turns Markdown and trade data into a static briefing site.",
    discussion: """
      To begin:

        briefing init my-site
        cd my-site
        briefing preview --open        write, save, and see it
        briefing check                 look for everything that can be wrong
        briefing build                 the finished site is in Public

      Ends with 0 when all is well, 1 when something is wrong with the content, 64 for a mistake in the arguments.
      """,
    version: BriefingTool.version,
    subcommands: [
      BuildCommand.self, CheckCommand.self, PreviewCommand.self, PublishCommand.self, InitCommand.self, NewCommand.self,
      DataCommand.self, ImportCommand.self, RenderCommand.self,
    ])
}
