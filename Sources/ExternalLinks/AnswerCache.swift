// SPDX-License-Identifier: MIT
import Foundation

/// Answers of former runs, so that hosts are not asked again and again: good ones for a day, others for ten minutes.
///
/// One line an answer: when it came in seconds, kind, address, detail; separated by tabs. What cannot be read counts as
/// not there.
struct AnswerCache {
  private struct Entry {
    let time: Int
    let answer: LinkAnswer
  }

  private var entries: [String: Entry] = [:]
  private let path: String
  private let now: Int

  init(path: String, now: Int = Int(Date().timeIntervalSince1970)) {
    self.path = path
    self.now = now
    let text = FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) } ?? ""
    for line in text.split(separator: "\n") {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard fields.count == 4, let time = Int(fields[0]), let kind = LinkAnswer.Kind(rawValue: fields[1]) else {
        continue
      }
      let answer = LinkAnswer(kind, fields[3])
      if time <= now, now - time < AnswerCache.life(of: answer) {
        entries[fields[2]] = Entry(time: time, answer: answer)
      }
    }
  }

  /// In seconds.
  private static func life(of answer: LinkAnswer) -> Int {
    answer.kind == .fine || answer.kind == .moved ? 86_400 : 600
  }

  func answer(_ address: String) -> LinkAnswer? { entries[address]?.answer }

  mutating func note(_ answer: LinkAnswer, for address: String) {
    if !address.contains("\t"), !address.contains("\n") { entries[address] = Entry(time: now, answer: answer) }
  }

  /// A cache that cannot be written is none.
  func write() {
    let lines = entries.sorted { $0.key < $1.key }.map { address, entry in
      let detail = entry.answer.detail.split(separator: "\t").joined(separator: " ")
      return "\(entry.time)\t\(entry.answer.kind.rawValue)\t\(address)\t\(detail)\n"
    }
    let file = URL(fileURLWithPath: path)
    try? FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try? Data(lines.joined().utf8).write(to: file, options: .atomic)
  }
}
