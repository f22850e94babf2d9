# SPDX-License-Identifier: MIT
"""Charts under readers' settings, judged by the pixels that Chromium paints: dark, grey, forced colours, paper.

axe leaves this out: of a text in an SVG it says that what lies behind could not be determined.
"""
import base64

import browsing
import figures

# Whether colours are forced, and the scheme.
SETTINGS = {
    "light": (False, "light"),
    "dark": (False, "dark"),
    "forced": (True, "light"),
    "forced dark": (True, "dark"),
}
# High enough for any figure of a page.
WINDOW = (1280, 2400)
# An A4 sheet less its margins of 16 mm, in pixels.
PAPER = (673, 1000)
TEXT_CONTRAST = 4.5
MARK_CONTRAST = 3
# What Tests/ChartsTests/StyleTests demands of two economies and of two categories without colour.
ECONOMIES = {"c-chn", "c-jpn", "c-kor"}
ECONOMY_CONTRAST = 1.5
NEIGHBOUR_CONTRAST = 1.2
# How much of the ground beside a figure is looked at with it.
MARGIN = 4
# Part of a text that may lie over a grid line or the like.
CROSSED = 0.2

# Marks are seen without the texts that lie on them.
WITHOUT_TEXTS = "figure svg text { visibility: hidden !important }"

# Scrolls to one figure, and returns its box, its texts, the pixels in which each mark lies on top, and where one part
# of a bar or an area ends and the next begins.
LOOK = """([number, hasMarks, hasBorders]) => {
  const figure = document.querySelectorAll('figure')[number];
  figure.scrollIntoView({ block: 'start', behavior: 'instant' });
  const shown = (element) => element.checkVisibility({ opacityProperty: true });
  const svgs = [...figure.querySelectorAll('svg')].filter((svg) => shown(svg) && svg.getBoundingClientRect().width > 0);
  const { left, top, right, bottom } = figure.getBoundingClientRect();
  const isInside = ([x, y]) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight;
  const onTop = ([x, y]) => document.elementFromPoint(x, y);
  const name = (element) => `${element.localName} ${element.getAttribute('class') ?? ''}`.trim();

  const texts = svgs.flatMap((svg) => [...svg.querySelectorAll('text')])
    .filter((text) => shown(text) && text.textContent.trim() !== '')
    .map((text) => {
      const box = text.getBoundingClientRect();
      const style = getComputedStyle(text);
      const isHaloed = style.stroke !== 'none' && parseFloat(style.strokeWidth) >= 3
        && style.paintOrder.startsWith('stroke');
      const at = [.1, .3, .5, .7, .9].flatMap((x) => [.25, .5, .75].map((y) =>
        [box.left + x * box.width, box.top + y * box.height])).filter(isInside);
      const words = text.textContent.trim().replace(/\\s+/g, ' ');
      return { words, fill: style.fill, halo: isHaloed ? style.stroke : '', at };
    });

  const ground = ['grid', 'base', 'notch', 'band', 'land', 'blank', 'margin', 'tie', 'pointer', 'stem']
    .map((word) => `.v-${word}`).join();
  const shapes = (hasMarks ? svgs : []).flatMap((svg) => [...svg.querySelectorAll('path, rect, circle, line, polygon')])
    .filter((shape) => shown(shape) && !shape.matches(ground) && !shape.closest('defs, clipPath, mask, pattern'));
  const marks = shapes.map((shape) => {
    const box = shape.getBoundingClientRect();
    const matrix = shape.getScreenCTM();
    const place = (x, y) => [matrix.a * x + matrix.c * y + matrix.e, matrix.b * x + matrix.d * y + matrix.f];
    const length = shape.getTotalLength();
    const along = length === 0 ? [] : [...Array(13).keys()].map((step) => {
      const { x, y } = shape.getPointAtLength(length * (step + .5) / 13);
      return place(x, y);
    });
    const starts = [...(shape.getAttribute('d') ?? '').matchAll(/M(-?[\\d.]+)[ ,](-?[\\d.]+)/g)].slice(0, 20)
      .map(([, x, y]) => place(+x, +y));
    const inside = [.1, .3, .5, .7, .9].flatMap((x) => [.1, .3, .5, .7, .9].map((y) =>
      [box.left + x * box.width, box.top + y * box.height]));
    const places = [...inside, ...along, ...starts].filter(isInside);
    const at = places.filter((point) => onTop(point) === shape);
    const isCovered = at.length === 0 && places.some(([x, y]) => document.elementsFromPoint(x, y).includes(shape));
    return { name: name(shape), at, isEmpty: length === 0 && starts.length === 0, isCovered };
  });

  const parts = '.v-bar, .v-area';
  const borders = [];
  for (const svg of hasBorders ? svgs : []) {
    const pieces = [...svg.querySelectorAll(parts)].filter(shown);
    if (pieces.length < 2) continue;
    const boxes = pieces.map((piece) => piece.getBoundingClientRect());
    const reach = { left: Math.min(...boxes.map((box) => box.left)), top: Math.min(...boxes.map((box) => box.top)),
      right: Math.max(...boxes.map((box) => box.right)), bottom: Math.max(...boxes.map((box) => box.bottom)) };
    const middles = (from, to) => new Set(boxes.map((box) => Math.floor((box[from] + box[to]) / 2)));
    const columns = middles('left', 'right');
    for (let step = 1; step < 12; step++) columns.add(Math.floor(reach.left + (reach.right - reach.left) * step / 12));
    const lines = [
      ...[...columns].map((x) => [reach.top, reach.bottom, (y) => [x + .5, y + .5]]),
      ...[...middles('top', 'bottom')].map((y) => [reach.left, reach.right, (x) => [x + .5, y + .5]]),
    ];
    for (const [from, to, point] of lines) {
      let last = null;
      let run = null;
      for (let step = Math.floor(from); step <= Math.ceil(to) + 1; step++) {
        const top = onTop(point(step));
        const piece = top?.matches(parts) ? top : null;
        if (run && piece === run.piece) {
          run.end = step;
          continue;
        }
        if (run && run.end - run.start >= 2) {
          if (last && last.piece !== run.piece && run.start - last.end <= 4) {
            const between = [];
            for (let at = last.end - 1; at <= run.start + 1; at++) between.push(point(at));
            borders.push({ one: pieces.indexOf(last.piece), other: pieces.indexOf(run.piece),
              names: [name(last.piece), name(run.piece)],
              at: [point((last.start + last.end) >> 1), point((run.start + run.end) >> 1), ...between] });
          }
          last = run;
        }
        run = piece && { piece, start: step, end: step };
      }
    }
  }
  return { name: figure.id || figure.querySelector('[id]')?.id || `figure ${number + 1}`, hasPictures: svgs.length > 0,
    box: { x: Math.max(left, 0), y: Math.max(top, 0), width: Math.min(right, innerWidth) - Math.max(left, 0),
      height: Math.min(bottom, innerHeight) - Math.max(top, 0) }, texts, marks, borders };
}"""

# The colours of a picture at points.
PIXELS = """async ([png, points]) => {
  const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d', { willReadFrequently: true });
  canvas.drawImage(bitmap, 0, 0);
  const { data, width, height } = canvas.getImageData(0, 0, bitmap.width, bitmap.height);
  const within = (place, length) => Math.min(Math.max(Math.floor(place), 0), length - 1);
  return points.map(([x, y]) => {
    const at = 4 * (within(y, height) * width + within(x, width));
    return [data[at], data[at + 1], data[at + 2]];
  });
}"""

# Any colour that CSS can write, as the browser paints it.
COLOURS = """(colours) => {
  const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  return Object.fromEntries(colours.map((colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [colour, [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3)];
  }));
}"""

PAINTS = """() => [...document.querySelectorAll('figure')].map((figure) => ({
  name: figure.id || figure.querySelector('[id]')?.id || 'figure',
  paints: [...figure.querySelectorAll('svg *')].map((element) => {
    const { fill, stroke } = getComputedStyle(element);
    return `${fill} ${stroke}`;
  }),
}))"""

SHEET = """() => ({
  across: document.scrollingElement.scrollWidth,
  inner: innerWidth,
  figures: [...document.querySelectorAll('figure')].map((figure) => {
    const pictures = [...figure.querySelectorAll('svg')].filter((svg) => svg.querySelector('text'));
    const shown = pictures.filter((svg) => svg.checkVisibility());
    const widths = (svgs) => svgs.map((svg) => svg.viewBox.baseVal.width);
    return {
      name: figure.id || figure.querySelector('[id]')?.id || 'figure',
      isWhole: getComputedStyle(figure).breakInside.startsWith('avoid'),
      shown: Math.max(0, ...widths(shown)),
      widest: Math.max(0, ...widths(pictures)),
      right: Math.max(0, ...[...figure.querySelectorAll('svg, table')].filter((it) => it.checkVisibility())
        .map((it) => it.getBoundingClientRect().right)),
    };
  }),
})"""


def luminance(colour):
    """The relative luminance of WCAG."""
    parts = [part / 255 for part in colour]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    """The contrast ratio of WCAG, which sees no hue: what two colours differ by on grey paper."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def looked_at(page, has_marks=False, has_borders=False):
    """Each figure of a page with pictures: its texts and, if asked for, marks and borders, with the colours there."""
    page.add_style_tag(content=WITHOUT_TEXTS)
    for number in range(page.evaluate("document.querySelectorAll('figure').length")):
        figure = page.evaluate(LOOK, [number, has_marks, has_borders])
        if not figure["hasPictures"]:
            continue
        box = {side: int(length) for side, length in figure["box"].items()}
        box |= {"x": box["x"] - MARGIN, "width": box["width"] + MARGIN}
        png = base64.b64encode(page.screenshot(clip=box, animations="disabled")).decode()
        items = figure["texts"] + figure["marks"] + figure["borders"]
        # The corner, outside the figure, is the ground that all lies on.
        points = [[0, 0]] + [[x - box["x"], y - box["y"]] for item in items for x, y in item["at"]]
        figure["ground"], *colours = page.evaluate(PIXELS, [png, points])
        for item in items:
            count = len(item["at"])
            item["at"], colours = colours[:count], colours[count:]
        named = sorted({text[role] for text in figure["texts"] for role in ("fill", "halo") if text[role]})
        figure["colours"] = page.evaluate(COLOURS, named)
        yield figure


def text_problems(figure):
    """The texts of a figure that are not told well enough from what lies behind them."""
    problems = []
    for text in figure["texts"]:
        if not text["at"]:
            problems.append(f"{figure['name']}: '{text['words']}' is out of the window")
            continue
        fill = figure["colours"][text["fill"]]
        behind = [figure["colours"][text["halo"]]] if text["halo"] else text["at"]
        ratios = sorted(contrast(fill, colour) for colour in behind)
        ratio = ratios[int(len(ratios) * CROSSED)]
        if ratio < TEXT_CONTRAST:
            problems.append(f"{figure['name']}: '{text['words']}' has a contrast of {ratio:.1f}")
    return problems


def mark_problems(figure):
    """The marks of a figure that leave no ink that is told from the ground."""
    problems = []
    for mark in figure["marks"]:
        if mark["isCovered"] or mark["isEmpty"]:
            continue
        best = max((contrast(colour, figure["ground"]) for colour in mark["at"]), default=1)
        if best < MARK_CONTRAST:
            problems.append(f"{figure['name']}: {mark['name']} has a contrast of {best:.1f} with the ground")
    return problems


def neighbour_problems(figure):
    """The bars and areas that are not told from what they touch, neither by their grey nor by what parts them."""
    crossings = {}
    for border in figure["borders"]:
        one, other, *between = border["at"]
        (kind, *role), (other_kind, *other_role) = (name.split()[1:] for name in border["names"])
        if kind != other_kind and role == other_role:
            # A bar with an arrow at its end, which is one thing.
            continue
        least = NEIGHBOUR_CONTRAST
        if all(ECONOMIES & set(name.split()) for name in border["names"]):
            least = ECONOMY_CONTRAST
        parting = max(min(contrast(colour, one), contrast(colour, other)) for colour in between)
        best = max(contrast(one, other), parting)
        key = tuple(sorted((border["one"], border["other"])))
        crossings.setdefault(key, []).append((best >= least, best, border["names"]))
    problems = []
    for found in crossings.values():
        bad = [(best, names) for is_told, best, names in found if not is_told]
        if len(bad) * 2 > len(found):
            best, (one, other) = bad[0]
            problems.append(f"{figure['name']}: {one} and {other} touch with a contrast of {best:.2f}")
    return problems


def look(browser, base, setting, path="charts/index.html"):
    """What is wrong with the charts of a page, the English gallery, in one of SETTINGS or on paper."""
    if setting == "paper":
        return print_problems(browser, base, path)
    return setting_problems(browser, base, path, setting)


def setting_problems(browser, base, path, setting):
    """What is wrong with the charts of a page in one of SETTINGS; in grey they are as in light colours."""
    problems = []
    with browsing.tab(browser, *WINDOW) as page:
        is_forced, scheme = SETTINGS[setting]
        page.emulate_media(color_scheme=scheme, forced_colors="active" if is_forced else "none")
        page.goto(browsing.address(base, path), wait_until="load")
        pictures = list(looked_at(page, has_marks=is_forced, has_borders=setting != "dark"))
        if not pictures:
            problems.append(f"{path}, {setting}: no figure has a picture")
        for figure in pictures:
            found = text_problems(figure) + mark_problems(figure) + neighbour_problems(figure)
            problems += [f"{path}, {setting}: {text}" for text in found]
    return problems


def print_problems(browser, base, path):
    """What is wrong with a page on A4 paper for readers of the dark scheme."""
    problems = []
    with browsing.tab(browser, *PAPER) as page:
        page.goto(browsing.address(base, path), wait_until="load")
        light = page.evaluate(PAINTS)
        page.emulate_media(media="print", color_scheme="dark")
        for figure, before in zip(page.evaluate(PAINTS), light, strict=True):
            if figure["paints"] != before["paints"]:
                problems.append(f"{figure['name']}: its colours are not those of the light scheme")
        sheet = page.evaluate(SHEET)
        if sheet["across"] > sheet["inner"]:
            problems.append(f"is cut: {sheet['across']} px on {sheet['inner']} px; {browsing.widest(page)}")
        for figure in sheet["figures"]:
            if not figure["isWhole"]:
                problems.append(f"{figure['name']}: may be split between two sheets")
            if figure["shown"] < figure["widest"]:
                problems.append(f"{figure['name']}: the wide picture is not shown")
            if figure["right"] > sheet["inner"] + 1:
                problems.append(f"{figure['name']}: reaches {figure['right']:.0f} px of {sheet['inner']} px")
        for chart in page.evaluate(figures.READ):
            problems += figures.chart_problems(chart)
        page.set_viewport_size({"width": PAPER[0], "height": WINDOW[1]})
        for figure in looked_at(page):
            if figure["ground"] != [255, 255, 255]:
                problems.append(f"{figure['name']}: the paper is {figure['ground']}")
            problems += text_problems(figure)
    return [f"{path} on paper: {text}" for text in problems]
