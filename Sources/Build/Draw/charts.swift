// SPDX-License-Identifier: MIT
import Diagnostics
import Settings

/// The chart blocks of a page. A translation's block lies over the original's of the same id: it changes words only.
func charts(of page: Page, _ diagnostics: inout [Diagnostic]) -> [ChartBlock] {
  if page.language == page.original.language { return page.draft.charts }
  return page.draft.charts.compactMap { block in
    guard let base = page.original.charts.first(where: { $0.id == block.id }) else { return nil }
    return ChartBlock(id: block.id, setting: base.setting.overlaid(by: block.setting, &diagnostics), fence: block.fence)
  }
}

/// The keys of a chart that hold words, or words beside data.
private let textKeys: Set = ["id", "title", "subtitle", "note", "alt", "source", "unit", "heads"]
private let keysWithTexts: Set = ["labels", "annotations", "references"]

extension Setting {
  fileprivate func overlaid(by texts: Setting, _ diagnostics: inout [Diagnostic]) -> Setting {
    guard case .mapping(var entries) = content, case .mapping(let over) = texts.content else { return self }
    for entry in over {
      let known = entries.firstIndex { $0.key == entry.key }
      var replacement = entry
      if keysWithTexts.contains(entry.key), let known {
        let value = entries[known].value.worded(by: entry.value, key: entry.key, &diagnostics)
        replacement = Entry(key: entry.key, keyPlace: entry.keyPlace, value: value)
      } else if !textKeys.contains(entry.key), entry.key != "labels" {
        diagnostics.append(fault("a translated chart cannot change '\(entry.key)'", at: entry.keyPlace))
      }
      if let known { entries[known] = replacement } else { entries.append(replacement) }
    }
    return Setting(.mapping(entries), at: texts.place)
  }

  /// Labels by their key; of annotations and references, which are lists, each one's `text` by its place in the list.
  private func worded(by texts: Setting, key: String, _ diagnostics: inout [Diagnostic]) -> Setting {
    switch (content, texts.content) {
    case (.mapping(let base), .mapping(let over)):
      let replaced = Set(over.map(\.key))
      return Setting(.mapping(base.filter { !replaced.contains($0.key) } + over), at: texts.place)
    case (.list(let base), .list(let over)):
      if over.count != base.count {
        diagnostics.append(
          fault("the original has \(base.count) of '\(key)', the translation \(over.count)", at: texts.place))
      }
      return Setting(.list(zip(base, over).map { $0.retold(by: $1, &diagnostics) }), at: texts.place)
    default: return texts
    }
  }

  private func retold(by texts: Setting, _ diagnostics: inout [Diagnostic]) -> Setting {
    guard case .mapping(let base) = content, case .mapping(let over) = texts.content else { return texts }
    for entry in over where entry.key != "text" {
      let same = base.first { $0.key == entry.key }?.value.text
      if same == nil || same != entry.value.text {
        diagnostics.append(fault("a translated chart cannot change '\(entry.key)'", at: entry.keyPlace))
      }
    }
    return Setting(.mapping(base.filter { $0.key != "text" } + over.filter { $0.key == "text" }), at: texts.place)
  }

  private func fault(_ message: String, at place: Place) -> Diagnostic {
    .error(
      "translation-data", message, at: place,
      hint: "the original's data is shared; give \(textKeys.union(keysWithTexts).sorted().joined(separator: ", "))")
  }
}
