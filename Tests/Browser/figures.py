# SPDX-License-Identifier: MIT
"""Charts as Chromium sets them: texts do not overlap, do not leave the picture, are large enough, and need no script."""
import re

import browsing

WIDTHS = {1280: 900, 768: 1024, 375: 812, 320: 640}
TOLERANCE = 1
SMALLEST = 12
SCRIPT = re.compile(rb"<script\b.*?</script>", re.DOTALL)

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
      .map((text) => ({
        words: text.textContent.trim().replace(/\\s+/g, ' '),
        box: box(text),
        size: parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().d,
      }))
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
        if text["size"] < SMALLEST - 0.05:
            problems.append(f"{chart['name']}: '{text['words']}' is {text['size']:.1f} px high")
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
    with browsing.tab(browser, 1280, 900) as page:
        for path in paths:
            page.goto(browsing.address(base, path), wait_until="load")
            for width, height in WIDTHS.items():
                page.set_viewport_size({"width": width, "height": height})
                charts = page.evaluate(READ)
                if not charts:
                    problems.append(f"{path} at {width} px: none of its charts is visible")
                for chart in charts:
                    problems += [f"{path} at {width} px: {text}" for text in chart_problems(chart)]
    return problems


def script_problems(browser, base, paths):
    """The pages whose charts are not the same, text by text and to the pixel, where every script is taken out."""
    with browsing.tab(browser, 1280, 900) as page:
        whole = {path: charts_of(page, base, path) for path in paths}
    with browsing.tab(browser, 1280, 900) as page:
        page.route("**/*", without_scripts)
        return [
            f"{path}: its charts change without scripts" for path in paths if charts_of(page, base, path) != whole[path]
        ]


def charts_of(page, base, path):
    """The charts of a page with their texts and boxes."""
    page.goto(browsing.address(base, path), wait_until="load")
    return page.evaluate(READ)


def without_scripts(route):
    """Answers with the server's document less its scripts."""
    if route.request.resource_type != "document":
        route.continue_()
        return
    answer = route.fetch()
    route.fulfill(response=answer, body=SCRIPT.sub(b"", answer.body()))
