// SPDX-License-Identifier: MIT
import ArgumentParser
import Site

/// The command line. A site with a look of its own runs it with its own theme:
///
///     await BriefingTool.run(theme: .mine)
public enum BriefingTool {
  public static let version = "0.1.0"

  /// Reads the arguments, does what they say, and ends the process: 0 when all went well, 1 when something is wrong
  /// with the content, 64 for a mistake in the arguments.
  public static func run(theme: Theme) async {
    await CurrentTheme.$theme.withValue(theme) { await Root.main() }
  }
}

/// The theme that commands of this run use: ArgumentParser makes the commands itself, so it cannot be handed to them.
enum CurrentTheme {
  @TaskLocal static var theme: Theme?
}

struct Root: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "briefing", abstract: "Turns Markdown and trade data into a static briefing site.",
    version: BriefingTool.version,
    subcommands: [
      BuildCommand.self, CheckCommand.self, PreviewCommand.self, PublishCommand.self, InitCommand.self, NewCommand.self,
      DataCommand.self, ImportCommand.self, RenderCommand.self,
    ])
}
