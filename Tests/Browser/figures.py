# SPDX-License-Identifier: MIT
"""The text of charts as Chromium sets it: it must not overlap and not leave the picture."""
import browsing

WIDTHS = {1280: 900, 768: 1024, 375: 812}
TOLERANCE = 1

# Boxes of the visible texts of every visible chart, in page pixels.
READ = """() => [...document.querySelectorAll('figure svg')].map((svg, number) => {
  const box = (element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    return { left, top, right, bottom };
  };
  const shown = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const figure = svg.closest('figure');
  return {
    name: figure.id || figure.querySelector('[id]')?.id || `figure svg ${number + 1}`,
    visible: shown(svg),
    box: box(svg),
    texts: [...svg.querySelectorAll('text')]
      .filter((text) => text.textContent.trim() !== '' && shown(text))
      .map((text) => ({ words: text.textContent.trim().replace(/\\s+/g, ' '), box: box(text) }))
      .filter(({ box }) => box.right > box.left && box.bottom > box.top),
  };
}).filter((svg) => svg.visible && svg.box.right > svg.box.left)"""


def overlap(one, other):
    """By how many pixels two boxes cover each other, in the direction in which it is less."""
    across = min(one["right"], other["right"]) - max(one["left"], other["left"])
    down = min(one["bottom"], other["bottom"]) - max(one["top"], other["top"])
    return min(across, down)


def excess(inner, outer):
    """By how many pixels the first box reaches out of the second."""
    return max(
        outer["left"] - inner["left"],
        outer["top"] - inner["top"],
        inner["right"] - outer["right"],
        inner["bottom"] - outer["bottom"],
    )


def chart_problems(chart):
    """What is wrong with the texts of one chart."""
    problems = []
    texts = chart["texts"]
    for number, text in enumerate(texts):
        out = excess(text["box"], chart["box"])
        if out > TOLERANCE:
            problems.append(f"{chart['name']}: '{text['words']}' leaves the picture by {out:.1f} px")
        for other in texts[number + 1 :]:
            shared = overlap(text["box"], other["box"])
            if shared > TOLERANCE:
                problems.append(f"{chart['name']}: '{text['words']}' overlaps '{other['words']}' by {shared:.1f} px")
    return problems


def figure_problems(browser, base, paths):
    """What is wrong with the texts of every chart of the pages, at each width."""
    problems = []
    for width, height in WIDTHS.items():
        with browsing.tab(browser, width, height) as page:
            for path in paths:
                page.goto(browsing.address(base, path), wait_until="load")
                charts = page.evaluate(READ)
                if not charts:
                    problems.append(f"{path} at {width} px: none of its charts is visible")
                for chart in charts:
                    problems += [f"{path} at {width} px: {text}" for text in chart_problems(chart)]
    return problems
