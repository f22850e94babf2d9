# SPDX-License-Identifier: MIT
"""Charts as Chromium sets them: texts do not overlap, do not leave the picture, are large, and need no script."""
import collections
import re

import browsing

WIDTHS = {1280: 900, 768: 1024, 375: 812, 320: 640}
# Windows with the smallest letters: the figure is just wide enough for the next size, and for the wide picture.
SIZE_WIDTHS = (741, 720)
# Where the charts are compared with those of the page without scripts.
SCRIPT_WIDTHS = (1280, 375)
TOLERANCE = 1
SIZE_TOLERANCE = 0.05
SMALLEST = 12
# What every problem of a letter's size ends in.
HIGH = "px high"
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
    figure: figure.getBoundingClientRect().width,
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

# The words of figures outside pictures, also those that wait in a closed part: the first of each kind.
READ_WORDS = """() => [...document.querySelectorAll('figure')].flatMap((figure) => {
  const own = (element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== '');
  const kinds = new Map();
  for (const element of figure.querySelectorAll('*:not(svg, svg *)')) {
    const kind = `${element.parentElement.className} ${element.localName}.${element.className}`;
    if (!kinds.has(kind) && own(element)) kinds.set(kind, element);
  }
  return [...kinds.values()].map((element) => ({
    name: figure.id || figure.querySelector('[id]')?.id || 'figure',
    place: `${element.parentElement.className || element.parentElement.localName} > ${element.localName}`,
    words: element.textContent.trim().replace(/\\s+/g, ' ').slice(0, 40),
    size: parseFloat(getComputedStyle(element).fontSize),
  }));
})"""


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


def least_size(width):
    """How high the letters of a picture have to be in a figure of a width."""
    return 12 if width < 400 else 13 if width <= 700 else 14


def size_problems(chart):
    """The texts of one chart that are smaller than a figure of its width asks for."""
    least = least_size(chart["figure"])
    small = [text for text in chart["texts"] if text["size"] < least - SIZE_TOLERANCE]
    if not small:
        return []
    worst = min(small, key=lambda text: text["size"])
    what = f"{len(small)} of {len(chart['texts'])} texts"
    return [
        f"{chart['name']}: {what} are under {least} px in a figure of {chart['figure']:.0f} px:"
        f" '{worst['words']}' is {worst['size']:.1f} {HIGH}"
    ]


def word_problems(words):
    """The words around pictures that are too small, one line for each place."""
    places = collections.defaultdict(list)
    for word in words:
        if word["size"] < SMALLEST - SIZE_TOLERANCE:
            places[word["place"]].append(word)
    return [
        f"{small[0]['name']}: '{small[0]['words']}' ({place}) is {small[0]['size']:.1f} {HIGH}"
        for place, small in places.items()
    ]


def chart_problems(chart):
    """What is wrong with the places of the texts of one chart."""
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
    """What is wrong with the charts of the pages at each width, and which need a script to be as they are."""
    return [text for path in paths for text in look(browser, base, path)]


def look(browser, base, path):
    """What is wrong with the figures of one page."""
    problems = []
    whole = {}
    page = browsing.kept_tab(browser)
    page.goto(browsing.address(base, path), wait_until="load")
    for width in WIDTHS:
        charts = whole[width] = charts_at(page, width)
        found = [] if charts else ["none of its charts is visible"]
        for chart in charts:
            found += size_problems(chart) + chart_problems(chart)
        found += word_problems(page.evaluate(READ_WORDS))
        problems += [f"{path} at {width} px: {text}" for text in found]
    for width in SIZE_WIDTHS:
        found = [text for chart in charts_at(page, width) for text in size_problems(chart)]
        problems += [f"{path} at {width} px: {text}" for text in found]
    page.route("**/*", without_scripts)
    page.goto(browsing.address(base, path), wait_until="load")
    changed = [str(width) for width in SCRIPT_WIDTHS if charts_at(page, width) != whole[width]]
    page.unroute("**/*")
    if changed:
        problems.append(f"{path}: its charts change without scripts at {' and '.join(changed)} px")
    return problems


def charts_at(page, width):
    """The charts of a page with their texts and boxes, in a window of a width."""
    page.set_viewport_size({"width": width, "height": WIDTHS.get(width, 900)})
    return page.evaluate(READ)


def without_scripts(route):
    """Answers with the server's document less its scripts."""
    if route.request.resource_type != "document":
        route.continue_()
        return
    answer = route.fetch()
    route.fulfill(response=answer, body=SCRIPT.sub(b"", answer.body()))
