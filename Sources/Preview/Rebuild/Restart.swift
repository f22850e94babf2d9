// SPDX-License-Identifier: MIT
import Foundation

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A preview that goes on as another program: the same process, arguments and listening socket.
enum Restart {
  private static let variable = "BRIEFING_PREVIEW_SOCKET"

  /// The socket of the preview that this one goes on with; nil for one that begins. Answers once.
  static func takeSocket() -> ListeningSocket? {
    defer { unsetenv(variable) }
    return ProcessInfo.processInfo.environment[variable].flatMap { Int32($0) }.flatMap(ListeningSocket.init)
  }

  /// Makes this process the new tool.
  ///
  /// - Returns: Only where that failed.
  static func become(_ executable: String, handingOver listening: ListeningSocket) -> PreviewFault {
    let descriptor = listening.socket.file.rawValue
    setenv(variable, "\(descriptor)", 1)
    // All else ends here.
    for other in 3..<Int32(clamping: min(sysconf(Int32(_SC_OPEN_MAX)), 65_536)) {
      _ = fcntl(other, F_SETFD, other == descriptor ? 0 : FD_CLOEXEC)
    }
    // A thread of a pool blocks signals, and the new program would begin with them blocked.
    var none = sigset_t()
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, nil)
    // Until the new program listens to them, they do what they usually do.
    for number in [SIGINT, SIGTERM] { signal(number, SIG_DFL) }
    var arguments = CommandLine.arguments.map { strdup($0) } + [nil]
    execv(executable, &arguments)
    return PreviewFault(description: "cannot go on with '\(executable)': \(String(cString: strerror(errno)))")
  }
}
