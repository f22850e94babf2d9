# SPDX-License-Identifier: MIT
"""What the layout takes texts to be wide, beside what Chromium sets them to with the site's own stylesheet."""
import pathlib

import browsing

SAMPLE = pathlib.Path(__file__).with_name("widths.tsv")
# By how much an estimate may differ, and the margin that the layout adds to it for other readers' fonts.
TOLERANCE = 0.08
MARGIN = 1.05
WEIGHTS = {"400": "v-tick", "600": "v-series"}

# Widths in ems of texts of one language given as [class, text].
READ = """([lang, texts]) => {
  const put = (parent, tag, attributes) => {
    const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
    for (const key in attributes) element.setAttribute(key, attributes[key]);
    return parent.appendChild(element);
  };
  const svg = put(document.body, 'svg', { class: 'chart-svg', lang });
  const set = texts.map(([kind, words]) => {
    const text = put(svg, 'text', { class: kind });
    text.textContent = words;
    return text;
  });
  return set.map((text) => text.getComputedTextLength() / parseFloat(getComputedStyle(text).fontSize));
}"""


def read(file=SAMPLE):
    """The sample: language, weight, estimate in thousandths of an em, text."""
    return [line.split("\t", 3) for line in file.read_text(encoding="utf-8").splitlines()]


def width_problems(browser, base, sample):
    """The texts whose estimate is not Chromium's width, or that need more room than the layout gives them.

    The page is an English one, as a chart keeps its fonts where a page of another language shows it.
    """
    problems = []
    with browsing.tab(browser, 1280, 900) as page:
        page.goto(base, wait_until="load")
        for language in sorted({row[0] for row in sample}):
            rows = [row for row in sample if row[0] == language]
            widths = page.evaluate(READ, [language, [[WEIGHTS[weight], words] for _, weight, _, words in rows]])
            for (_, weight, estimate, words), real in zip(rows, widths, strict=True):
                ratio = int(estimate) / 1000 / real
                if abs(ratio - 1) > TOLERANCE or ratio * MARGIN < 1:
                    problems.append(f"'{words}' ({language}, {weight}): {ratio:.2f} of its {real:.2f} em is estimated")
    return problems
