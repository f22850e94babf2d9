// SPDX-License-Identifier: MIT
import Diagnostics
import Testing

@testable import Programs

private func shell(patience: Duration? = nil) -> Program {
  Program(
    name: "sh", package: "dash", rule: "publish-failed", place: Place("site.yml", line: 1, column: 1),
    patience: patience)
}

@Test("a program's output, complaints and code are its answer")
func answers() async throws {
  var program = shell()
  program.environment = ["WORD": "said"]
  program.folder = "/"
  let answer = try await program.ask(["-c", "echo \"$WORD in $PWD\"; echo grumble >&2; exit 3"])
  #expect(answer.output == "said in /\n")
  #expect(answer.errors == "grumble\n")
  #expect(answer.code == 3)
}

@Test("more than a pipe holds is read, on both streams")
func muchOutput() async throws {
  let answer = try await shell().ask(["-c", "head -c 3000000 /dev/zero; head -c 3000000 /dev/zero >&2"])
  #expect(answer.output.utf8.count == 3_000_000)
  #expect(answer.errors.utf8.count == 3_000_000)
}

@Test("a failure says what was wanted, what it ended with, and the last words but for how far it got")
func failures() async {
  let fault = await #expect(throws: Diagnostic.self) {
    try await shell().run(to: "send files", ["-c", "printf 'one\\nWriting: 50%% (1/2)\\rtwo\\n' >&2; exit 12"])
  }
  #expect(fault?.rule == "publish-failed")
  #expect(fault?.message == "sh could not send files (it ended with 12)")
  #expect(fault?.notes == ["one", "two"])
}

@Test("a program that a signal ends is a failure")
func signals() async {
  let fault = await #expect(throws: Diagnostic.self) { try await shell().run(to: "live", ["-c", "kill -9 $$"]) }
  #expect(fault?.message == "sh could not live (it was ended by a signal)")
}

@Test("a program that says nothing for too long is ended, also one that does not want to")
func silence() async {
  let start = ContinuousClock.now
  let fault = await #expect(throws: Diagnostic.self) {
    try await shell(patience: .seconds(1)).ask(["-c", "trap '' TERM; echo waiting >&2; sleep 1000 & wait; sleep 1000"])
  }
  #expect(fault?.message == "sh heard nothing for 1 second and was ended")
  #expect(fault?.notes == ["waiting"])
  // It wants to sleep for a thousand seconds; a busy machine may take long to notice the silence.
  #expect(ContinuousClock.now - start < .seconds(500))
}

@Test("a program that has failed by its own words is ended, once the words stand on a whole line")
func ownFault() async {
  var program = shell()
  program.fault = " ERROR : "
  let start = ContinuousClock.now
  let fault = await #expect(throws: Diagnostic.self) {
    try await program.run(
      to: "send",
      ["-c", "echo 'a INFO  : sent' >&2; printf '1 ERROR : b' >&2; sleep 1; echo ' is lost' >&2; sleep 1000"])
  }
  #expect(fault?.message == "sh could not send (it was ended)")
  #expect(fault?.notes == ["1 ERROR : b is lost"])
  #expect(ContinuousClock.now - start < .seconds(500))
}

@Test("a program that keeps talking is not ended")
func talking() async throws {
  let answer = try await shell(patience: .seconds(2)).ask(["-c", "for i in 1 2 3 4 5 6; do echo $i; sleep 0.5; done"])
  #expect(answer.code == 0)
}

@Test("a program that is not there names its package")
func missing() async {
  let fault = await #expect(throws: Diagnostic.self) {
    try await Program(name: "no-such-program", package: "some-package", rule: "publish-failed", place: Place("x")).ask(
      [])
  }
  #expect(fault?.rule == "program-missing")
  #expect(fault?.hint == "on Debian: apt install some-package")
}
