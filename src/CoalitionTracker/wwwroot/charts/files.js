// The picture as a file: with its title, its unit, and where it comes from at its foot.
import { optionOf } from "./draw.js";

/** Saves the picture. @param format PNG or SVG; the size is in CSS pixels, a PNG has twice as many. */
export async function download(format, settings, table, look, { width, height }) {
  const size = { width, height: height + 112, top: 64, bottom: 48, isFile: true };
  const option = { ...optionOf(settings, table, { ...look, moves: false }, size), title: wordsOf(settings, table.part, look, width), backgroundColor: look.paper };
  save(format === "PNG" ? await pngOf(option, size) : svgOf(option, size), `${nameOf(settings)}.${format.toLowerCase()}`);
}

function wordsOf({ label, unit, source }, part, look, width) {
  const text = (fontSize, color, more) => ({ fontSize, color, fontFamily: look.font, fontWeight: "normal", width: width - 32, overflow: "break", ...more });
  return [
    { text: label, subtext: [unit, part].filter(Boolean).join(", "), left: 16, top: 12, itemGap: 4, textStyle: text(16, look.ink, { fontWeight: 600 }), subtextStyle: text(12, look.quiet) },
    { text: source, left: 16, bottom: 8, textStyle: text(11, look.quiet, { lineHeight: 14 }) },
  ];
}

function pngOf(option, { width, height }) {
  const chart = globalThis.echarts.init(document.createElement("div"), null, { renderer: "canvas", width, height });
  chart.setOption(option);
  const canvas = chart.renderToCanvas({ pixelRatio: 2, backgroundColor: option.backgroundColor });
  chart.dispose();
  return new Promise((done) => canvas.toBlob(done, "image/png"));
}

function svgOf(option, { width, height }) {
  const chart = globalThis.echarts.init(null, null, { renderer: "svg", ssr: true, width, height });
  chart.setOption(option);
  const svg = chart.renderToSVGString();
  chart.dispose();
  return new Blob([svg], { type: "image/svg+xml" });
}

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
