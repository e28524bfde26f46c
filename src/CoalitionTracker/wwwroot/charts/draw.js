// From a table to a picture: which kind is drawn by what, its words for who cannot see it, and its files.
import { barsOf, heatOf, lineOf, timeOf } from "./plain.js";
import { mapOf } from "./map.js";

export { readTable } from "./table.js";
export { readLook } from "./look.js";
export { registerWorld } from "./map.js";
export { download } from "./files.js";

const kinds = {
  bar: [barsOf, "bar chart"],
  stacked: [barsOf, "stacked bar chart"],
  line: [lineOf, "line chart"],
  heat: [heatOf, "heat map"],
  map: [mapOf, "map"],
  "scatter-time": [timeOf, "points in time"],
};

/** The option that draws the table in this size, in CSS pixels; top and bottom are what a file's title and foot need. */
export function optionOf(settings, table, look, size) {
  return kinds[settings.kind][0](settings, table, look, { top: 0, bottom: 0, isFile: false, ...size });
}

/** What the picture shows, in a sentence. */
export function inWords(settings, table) {
  const count = table.rows.length === 1 ? "1 row" : `${table.rows.length} rows`;
  const unit = settings.unit ? `, in ${settings.unit}` : "";
  return `${settings.label}${unit}: ${kinds[settings.kind][1]} of ${count}. The table has the same figures.`;
}
