// SPDX-License-Identifier: MIT

/// Applies a function to all elements on so many threads; results come back in input order.
///
/// The input is cut into runs, several a thread, so that one slow element does not keep the other threads waiting.
func parallelMap<Element: Sendable, Result: Sendable>(
  _ elements: [Element], threads: Int, _ transform: @escaping @Sendable (Element) -> Result
) async -> [Result] {
  if threads <= 1 || elements.count < 2 { return elements.map(transform) }
  let size = max(1, min(64, elements.count / (threads * 8)))
  let starts = Array(stride(from: 0, to: elements.count, by: size))
  return await withTaskGroup(of: (Int, [Result]).self) { group in
    var next = 0
    func addRun() {
      guard next < starts.count else { return }
      let (index, start) = (next, starts[next])
      next += 1
      group.addTask { (index, elements[start..<min(start + size, elements.count)].map(transform)) }
    }
    for _ in 0..<threads { addRun() }
    var runs = [[Result]](repeating: [], count: starts.count)
    while let (index, results) = await group.next() {
      runs[index] = results
      addRun()
    }
    return runs.flatMap { $0 }
  }
}
