"""Draws a curve as SVG: both axes logarithmic, light and dark, without anything from elsewhere."""
import math
from html import escape

WIDTH, HEIGHT = 720, 400
LEFT, RIGHT, TOP, BOTTOM = 88, 24, 96, 56
COLOURS = 4
ROW = 22  # of the legend
STYLE = """
  text { font: 14px system-ui, sans-serif; fill: #1f2933 }
  .title { font-weight: 600; font-size: 16px }
  .paper { fill: #ffffff }
  .grid { stroke: #d5dae0 }
  .limit { stroke: #b42318; stroke-dasharray: 6 4; stroke-width: 2 }
  polyline { fill: none; stroke: currentColor; stroke-width: 2.5 }
  circle { fill: currentColor }
  .c0 { color: #1d4ed8 } .c1 { color: #b45309 } .c2 { color: #0f766e } .c3 { color: #7e22ce }
  @media (prefers-color-scheme: dark) {
    text { fill: #e4e7eb } .paper { fill: #14181d } .grid { stroke: #323a44 } .limit { stroke: #f97066 }
    .c0 { color: #84a9ff } .c1 { color: #f5b54a } .c2 { color: #4fd1c5 } .c3 { color: #c99cff }
  }
"""


def draw(curve):
    """The SVG of a `Curve` as JSON."""
    points = [point for series in curve["series"].values() for point in series]
    sizes = sorted({point["size"] for point in points})
    values = [point["median"] for point in points] + ([curve["limit"]] if curve["limit"] else [])
    height = HEIGHT + ROW * ((len(curve["series"]) - 1) // 2)
    top = TOP + height - HEIGHT
    across = Scale(sizes[0], sizes[-1], LEFT, WIDTH - RIGHT)
    up = Scale(_power_below(min(values)), _power_above(max(values)), height - BOTTOM, top)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img"'
        ' aria-labelledby="title desc">',
        f'<title id="title">{escape(curve["title"])}</title>', f'<desc id="desc">{escape(_in_words(curve))}</desc>',
        f"<style>{STYLE}</style>", f'<rect class="paper" width="{WIDTH}" height="{height}"/>',
        _text(LEFT, 28, curve["title"], "start", "title"), *_grid(curve, sizes, across, up, height),
        *_series(curve, across, up), "</svg>",
    ]
    return "\n".join(parts) + "\n"


class Scale:
    """Places numbers by their logarithm."""

    def __init__(self, least, most, start, end):
        self.least, self.most = least, most
        self._start, self._end = start, end

    def __call__(self, value):
        share = math.log(value / self.least) / math.log(self.most / self.least) if self.most > self.least else 0.5
        return round(self._start + share * (self._end - self._start), 1)

    @property
    def powers(self):
        first, last = round(math.log10(self.least)), round(math.log10(self.most))
        return [10.0 ** power for power in range(first, last + 1)]


def _grid(curve, sizes, across, up, height):
    for value in up.powers:
        yield _line("grid", up(value))
        yield _text(LEFT - 8, up(value) + 5, f"{value:,g} {curve['unit']}", "end")
    for size in sizes:
        yield _text(across(size), height - BOTTOM + 22, f"{size:,}", "end" if size == sizes[-1] else "middle")
    yield _text((LEFT + WIDTH - RIGHT) / 2, height - 10, curve["axis"], "middle")
    if curve["limit"]:
        yield _line("limit", up(curve["limit"]))


def _series(curve, across, up):
    for number, (label, points) in enumerate(curve["series"].items()):
        colour = f"c{number % COLOURS}"
        places = [(across(point["size"]), up(point["median"])) for point in points]
        yield f'<polyline class="{colour}" points="{" ".join(f"{x},{y}" for x, y in places)}"/>'
        for x, y in places:
            yield f'<circle class="{colour}" cx="{x}" cy="{y}" r="4"/>'
        x, y = LEFT + number % 2 * (WIDTH - LEFT) / 2, 54 + number // 2 * ROW
        yield f'<circle class="{colour}" cx="{x + 6}" cy="{y - 5}" r="5"/>'
        yield _text(x + 18, y, label, "start")


def _line(style, y):
    return f'<line class="{style}" x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y}" y2="{y}"/>'


def _text(x, y, words, anchor, style=""):
    return f'<text x="{x}" y="{y}" text-anchor="{anchor}"{f" class={style!r}" if style else ""}>{escape(words)}</text>'


def _in_words(curve):
    """The same for those who do not see the picture."""
    def sentence(label, points):
        return f"{label}: " + ", ".join(
            f"{point['median']:.3g} {curve['unit']} at {point['size']:,} {curve['axis']}" for point in points)

    return ". ".join(sentence(label, points) for label, points in curve["series"].items()) + "."


def _power_below(value):
    return 10.0 ** math.floor(math.log10(value))


def _power_above(value):
    return 10.0 ** math.ceil(math.log10(value * 1.0001))
