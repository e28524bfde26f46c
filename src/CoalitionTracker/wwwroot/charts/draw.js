// From a table to a picture: which kind is drawn by what, its words for who cannot see it, and its files.
import { barsOf, heatOf, heightOf, isLying } from "./plain.js";
import { mapOf } from "./map.js";
import { readTable } from "./table.js";

export { readLook } from "./look.js";
export { registerWorld } from "./map.js";
export { download } from "./files.js";

/** The size on paper of a picture that is this large on the screen, in CSS pixels: as wide as A4 between its margins, so that type is as large as the page's. */
export function onSheet(width, height) {
  const wide = Math.min(width, 672);
  return [wide, Math.min(height, wide * 0.6)];
}

/** On paper a picture is never wider than the sheet, whatever it was drawn for. Parts are styled by the page, but no part is inside the library's own. */
export const onPaper = new CSSStyleSheet();
onPaper.replaceSync(`@media print {
  [part~="picture"] > div { width: auto !important; height: auto !important; }
  [part~="picture"] canvas { position: static !important; width: auto !important; max-width: 100% !important; height: auto !important; max-height: var(--sheet) !important; }
}`);

const kinds = {
  bar: [barsOf, "bar chart"],
  stacked: [barsOf, "stacked bar chart"],
  heat: [heatOf, "heat map"],
  map: [mapOf, "map"],
};

/** More bars than these under each other are no picture any more. */
const most = 40;

/** What is drawn of a table: of very many bars the first ones, and then it says so. Null if there is no such table. */
export function tableOf(settings) {
  const table = readTable(settings.table, settings.isPaper);
  if (!table || table.rows.length <= most || !isLying(settings, table)) return table;
  return { ...table, rows: table.rows.slice(0, most), part: `the first ${most} of ${table.rows.length} rows` };
}

/** The least height that the picture needs in this width, in CSS pixels; 0 where any will do. */
export const leastHeight = (settings, table, look, width) => (isLying(settings, table) ? heightOf(settings, table, look, width) : 0);

/** The option that draws the table in this size, in CSS pixels; top and bottom are what a file's title and foot need. */
export function optionOf(settings, table, look, size) {
  return kinds[settings.kind][0](settings, table, look, { top: 0, bottom: 0, isFile: false, ...size });
}

/** What the picture shows, in a sentence. */
export function inWords(settings, table) {
  const count = table.part ?? (table.rows.length === 1 ? "1 row" : `${table.rows.length} rows`);
  const unit = settings.unit ? `, in ${settings.unit}` : "";
  return `${settings.label}${unit}: ${kinds[settings.kind][1]} of ${count}. The table has the same figures.`;
}
