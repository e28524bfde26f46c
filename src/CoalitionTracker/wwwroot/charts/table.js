// Reads what a picture shows from the table of its page. The contract is described in Shared/Components/RecordChart.razor.
const words = (element) => (element?.textContent ?? "").replace(/\s+/g, " ").trim();
const number = (text) => (text === undefined || text.trim() === "" || Number.isNaN(Number(text)) ? null : Number(text));

/** The table's series and rows, and the classes of its legend. Null if there is no such table. */
export function readTable(id, isPaper = false) {
  const table = document.getElementById(id);
  if (!table) return null;
  const series = [...(table.tHead?.querySelectorAll("[data-series]") ?? [])].map((head) => ({
    name: head.dataset.series,
    className: head.dataset.class,
    style: head.dataset.rank === undefined ? null : { rank: Number(head.dataset.rank), colour: colourOf(head.firstElementChild ?? head, isPaper) },
    cell: head.cellIndex,
  }));
  const rows = [...table.tBodies]
    .flatMap((body) => [...body.rows])
    .map((row, index) => readRow(row, index, series))
    .filter((row) => row !== null);
  return { series, rows, classes: readClasses(id, isPaper) };
}

function readRow(row, index, series) {
  if (row.dataset.skip !== undefined) return null;
  const named = row.dataset.category !== undefined ? row : row.querySelector("[data-category]");
  const cells = series.map((one) => row.cells[one.cell]?.dataset.value);
  return {
    index,
    name: named?.dataset.category || words(named ?? row.querySelector("th[scope=row]") ?? row.cells[0]),
    cells,
    values: cells.map(number),
    said: series.map((one) => row.cells[one.cell]?.dataset.words),
    link: row.querySelector("a[href]"),
    country: row.dataset.country,
    value: row.dataset.value,
    text: row.dataset.text ?? "",
  };
}

/** The legend's classes, from the lowest rank to the highest, with the colours that the page's style gives them. */
function readClasses(id, isPaper) {
  const items = document.querySelectorAll(`[data-legend-for="${CSS.escape(id)}"] [data-class]`);
  return [...items]
    .map((item) => ({
      key: item.dataset.class,
      rank: Number(item.dataset.rank ?? 0),
      label: item.dataset.label || words(item),
      colour: colourOf(item.firstElementChild ?? item, isPaper),
    }))
    .sort((a, b) => a.rank - b.rank);
}

function colourOf(swatch, isPaper) {
  if (isPaper) swatch.style.colorScheme = "only light";
  const colour = getComputedStyle(swatch).backgroundColor;
  if (isPaper) swatch.style.removeProperty("color-scheme");
  return colour;
}
