"""The cost curve of an archive as an SVG that reads on light and dark pages."""
import html
import math
import os

# Name of the figure, its title and unit, and how it should grow.
PANELS = [
    ("import, s", "Import", "s"), ("archive, MB", "Size of the archive", "MB"),
    ("memory of the browser, MB", "Memory of the browser", "MB"),
    ("first screen, ms", "First screen", "ms"),
    ("letter, median ms", "Letter to rows, median", "ms"),
    ("letter, p99 ms", "Letter to rows, 99 of 100", "ms"),
]
STYLE = """
  svg { color-scheme: light dark; }
  text { font: 12px system-ui, sans-serif; fill: #444; }
  .title { font-weight: 600; font-size: 14px; fill: #111; }
  .axis { stroke: #999; fill: none; }
  .grid { stroke: #e4e4e4; fill: none; }
  .line { stroke: #1565c0; stroke-width: 2; fill: none; }
  .dot { fill: #1565c0; }
  .value { fill: #111; font-weight: 600; }
  .linear { stroke: #999; stroke-dasharray: 4 4; fill: none; }
  @media (prefers-color-scheme: dark) {
    text { fill: #aaa; }
    .title, .value { fill: #eee; }
    .grid { stroke: #333; }
    .axis, .linear { stroke: #777; }
    .line { stroke: #64b5f6; }
    .dot { fill: #64b5f6; }
  }
"""
WIDTH, HEIGHT = 300, 210
LEFT, TOP, RIGHT, BOTTOM = 52, 40, 24, 40


def number(value):
    """A figure with three digits."""
    if value >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def panel(curve, name, title, unit, left, top):
    """One measure over the sizes, both axes in powers of ten."""
    points = [(size, float(curve[size][name])) for size in sorted(curve)
              if isinstance(curve[size].get(name), (int, float)) and curve[size][name] > 0]
    out = [f'<g transform="translate({left} {top})">',
           f'<text class="title" x="{LEFT}" y="18">{html.escape(title)}, {unit}</text>']
    if not points:
        return out + ["</g>"]
    values = [value for _, value in points]
    low = math.floor(math.log10(min(values)))
    high = max(low + 2, math.ceil(math.log10(max(values))))
    first, last = math.log10(points[0][0]), math.log10(points[-1][0])
    plot_width, plot_height = WIDTH - LEFT - RIGHT, HEIGHT - TOP - BOTTOM

    def x(size):
        return LEFT + (math.log10(size) - first) / max(1, last - first) * plot_width

    def y(value):
        return TOP + plot_height * (1 - (math.log10(value) - low) / (high - low))
    for power in range(low, high + 1):
        tick = y(10 ** power)
        out.append(f'<path class="grid" d="M{LEFT} {tick:.1f}h{plot_width}"/>')
        label = f"{10 ** power:,}" if power >= 0 else f"{10 ** power:g}"
        out.append(f'<text x="{LEFT - 6}" y="{tick + 4:.1f}" text-anchor="end">{label}</text>')
    for size, _ in points:
        label = f"{size // 1_000_000}M" if size >= 1_000_000 else f"{size // 1000}k"
        out.append(f'<text x="{x(size):.1f}" y="{HEIGHT - BOTTOM + 18}" text-anchor="middle">'
                   f'{label}</text>')
    # What would grow as the number of articles does, from the first point up to the frame.
    size, value = points[0]
    end = min(last, math.log10(size) + high - math.log10(value))
    out.append(f'<path class="linear" d="M{x(size):.1f} {y(value):.1f}'
               f'L{x(10 ** end):.1f} {y(value * 10 ** (end - math.log10(size))):.1f}"/>')
    out.append(f'<path class="axis" d="M{LEFT} {TOP}v{plot_height}h{plot_width}"/>')
    path = "L".join(f"{x(size):.1f} {y(value):.1f}" for size, value in points)
    out.append(f'<path class="line" d="M{path}"/>')
    for place, (size, value) in enumerate(points):
        anchor = "start" if place == 0 else "end" if place == len(points) - 1 else "middle"
        out.append(f'<circle class="dot" cx="{x(size):.1f}" cy="{y(value):.1f}" r="3.5"/>')
        out.append(f'<text class="value" x="{x(size):.1f}" y="{y(value) - 9:.1f}" '
                   f'text-anchor="{anchor}">{number(value)}</text>')
    return out + ["</g>"]


def draw(curve, path):
    """Writes the plot of some sizes' figures."""
    out = []
    for place, (name, title, unit) in enumerate(PANELS):
        out += panel(curve, name, title, unit, place % 3 * WIDTH, place // 3 * HEIGHT)
    height = 2 * HEIGHT + 24
    note = "Articles against cost, both in powers of ten; dashed: growth as fast as the articles."
    text = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {3 * WIDTH} {height}" '
            f'width="{3 * WIDTH}" height="{height}" role="img">',
            f"<title>{note}</title>", f"<style>{STYLE}</style>"]
    text += out + [f'<text x="{LEFT}" y="{height - 8}">{note}</text>', "</svg>"]
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n".join(text) + "\n")
