// Reads what a picture shows from the table of its page. The contract is described in Shared/Components/RecordChart.razor.
const words = (element) => (element?.textContent ?? "").replace(/\s+/g, " ").trim();
const number = (text) => (text === undefined || text.trim() === "" || Number.isNaN(Number(text)) ? null : Number(text));

/** The table's series and rows, and the classes of its legend. Null if there is no such table. */
export function readTable(id, columns) {
  const table = document.getElementById(id);
  if (!table) return null;
  const wanted = columns ? columns.split(",").map((name) => name.trim()) : null;
  const series = [...(table.tHead?.querySelectorAll("[data-series]") ?? [])]
    .map((head) => ({ name: head.dataset.series, className: head.dataset.class, cell: head.cellIndex }))
    .filter((one) => !wanted || wanted.includes(one.name));
  const rows = [...table.tBodies]
    .flatMap((body) => [...body.rows])
    .map((row, index) => readRow(row, index, series))
    .filter((row) => row !== null);
  return { series, rows, classes: readClasses(id) };
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
    link: row.querySelector("a[href]"),
    country: row.dataset.country,
    value: row.dataset.value,
    text: row.dataset.text ?? "",
    date: row.dataset.date,
    kind: row.dataset.kind ?? "",
  };
}

/** The legend's classes, from the lowest rank to the highest, with the colours that the page's style gives them. */
function readClasses(id) {
  const items = document.querySelectorAll(`[data-legend-for="${CSS.escape(id)}"] [data-class]`);
  return [...items]
    .map((item) => ({
      key: item.dataset.class,
      rank: Number(item.dataset.rank ?? 0),
      label: item.dataset.label || words(item),
      colour: getComputedStyle(item.firstElementChild ?? item).backgroundColor,
    }))
    .sort((a, b) => a.rank - b.rank);
}
