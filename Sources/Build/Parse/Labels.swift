// SPDX-License-Identifier: MIT
import Figures
import Markdown

extension ReadingOptions.Labels {
  /// The words that a body's own HTML needs, for screen readers, in the page's language.
  static func labels(in language: Language) -> ReadingOptions.Labels {
    switch language {
    case .english: ReadingOptions.Labels()
    case .japanese: ReadingOptions.Labels(table: "表", notes: "注", note: "注", back: "本文に戻る")
    case .korean: ReadingOptions.Labels(table: "표", notes: "주", note: "주", back: "본문으로 돌아가기")
    case .chinese: ReadingOptions.Labels(table: "表", notes: "注释", note: "注", back: "返回正文")
    }
  }
}
