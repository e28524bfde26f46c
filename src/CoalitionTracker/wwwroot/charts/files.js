// The picture as a file: with its title, its unit, what it leaves out, and where it comes from at its foot.
import { optionOf } from "./draw.js";
import { widthOf } from "./look.js";
import { outsideOf, titleOf } from "./map.js";

/** A map in a file is never flatter than this, in CSS pixels, however narrow the page is. */
const leastMap = 500;

/** Saves the picture. @param format PNG or SVG; the size is in CSS pixels, a PNG has twice as many. */
export async function download(format, settings, table, look, { width, height }) {
  const isVector = format === "SVG";
  const isMap = settings.kind === "map";
  const of = { settings, table, look: { ...look, moves: false }, width, height: isMap ? Math.max(height, leastMap) : height };
  const kind = isVector ? { renderer: "svg", ssr: true } : { renderer: "canvas" };
  const chart = globalThis.echarts.init(isVector ? null : document.createElement("div"), null, { ...kind, width, height: of.height });
  const frame = draw(chart, of, settings.label, [settings.unit, table.part, settings.note]);
  if (isMap) {
    const outside = outsideOf(chart, table, look, frame); // known when the map is drawn
    draw(chart, of, titleOf(settings, outside), [outside]);
  }
  save(await (isVector ? svgOf(chart) : pngOf(chart, look.paper)), `${nameOf(settings)}.${format.toLowerCase()}`);
  chart.dispose();
}

/** Draws under the title, with as much room for it as it takes; the picture itself stays as large. */
function draw(chart, { settings, table, look, width, height }, title, notes) {
  const room = width - 32;
  const note = notes.filter(Boolean).join(". ");
  const lines = (text, type) => (text ? Math.ceil(widthOf(text, look, type) / (room * 0.92)) : 0);
  const top = 24 + lines(title, "600 16px") * 20 + lines(note, "12px") * 16 + 4;
  const frame = { top, bottom: 34 + lines(settings.source, "11px") * 14, width, isFile: true };
  frame.height = height + frame.top + frame.bottom;
  const text = (fontSize, color, more) => ({ fontSize, color, fontFamily: look.font, fontWeight: "normal", width: room, overflow: "break", ...more });
  const words = [
    { text: title, subtext: note, left: 16, top: 12, itemGap: 4, textStyle: text(16, look.ink, { fontWeight: 600, lineHeight: 20 }), subtextStyle: text(12, look.quiet, { lineHeight: 16 }) },
    { text: settings.source, left: 16, bottom: 8, textStyle: text(11, look.quiet, { lineHeight: 14 }) },
  ];
  chart.resize({ width, height: frame.height });
  chart.setOption({ ...optionOf(settings, table, look, frame), title: words, backgroundColor: look.paper }, { notMerge: true });
  return frame;
}

function pngOf(chart, backgroundColor) {
  const canvas = chart.renderToCanvas({ pixelRatio: 2, backgroundColor });
  return new Promise((done) => canvas.toBlob(done, "image/png"));
}

const svgOf = (chart) => new Blob([chart.renderToSVGString()], { type: "image/svg+xml" });

function nameOf({ label, kind }) {
  const name = label.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "");
  return name.slice(0, 80) || kind;
}

/** The link is never in the page, so that nothing else follows it. */
function save(blob, name) {
  const address = URL.createObjectURL(blob);
  Object.assign(document.createElement("a"), { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
