// Bars and heat.
import { against, basis, classLegend, classLegendHeight, figure, patternOf, widthOf } from "./look.js";

const isYear = (name) => /^\d{4}(\D.{0,8})?$/.test(name);

const gap = 14;

/** How much height the names of the series take, in pixels: as many lines as they need, one after the other as the legend sets them. */
function legendHeight(names, look, width) {
  if (names.length < 2) return 8;
  const room = Math.max(width - 10, 100);
  let [lines, end] = [1, 0];
  for (const wide of names.map((name) => widthOf(name, look) + 19 + 2)) {
    if (end > 0 && end + wide > room) [lines, end] = [lines + 1, 0];
    end += wide + gap;
  }
  return lines * (14 + gap) + 8;
}

const legendOf = (names, look, { top, isFile }) => ({
  show: names.length > 1,
  data: names,
  left: isFile ? 16 : 0,
  top,
  itemWidth: 14,
  itemHeight: 10,
  itemGap: gap,
  textStyle: { color: look.ink, fontSize: 12 },
});

/** Room for all labels and names of axes inside the picture: nothing is cut. */
const gridOf = ({ top, bottom, isFile }, legend, right = 24) => ({
  left: isFile ? 16 : 0,
  right,
  top: top + legend,
  bottom: bottom + 8,
  outerBoundsMode: "same",
  outerBoundsContain: "all",
});

function valueAxis(look, unit, more = {}) {
  return {
    type: "value",
    name: unit,
    nameLocation: "middle",
    nameGap: 28,
    nameTextStyle: { color: look.quiet, fontSize: 12 },
    axisLabel: { color: look.quiet, fontSize: 12, formatter: figure, hideOverlap: true },
    splitLine: { lineStyle: { color: look.line, width: 1 } },
    ...more,
  };
}

function nameAxis(names, look, width, more = {}) {
  const longest = Math.max(...names.map((name) => name.length), 0) * 8 + 8;
  return {
    type: "category",
    data: names,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: look.quiet } },
    axisLabel: { color: look.ink, fontSize: 12, lineHeight: 14, interval: 0, width: Math.min(220, width * 0.38, longest), overflow: "break" },
    ...more,
  };
}

const alongside = (unit) => (points) =>
  [points[0]?.axisValueLabel ?? "", ...points.map((p) => `${p.seriesName}: ${p.data?.said ?? figure(p.data?.value)}${unit ? ` ${unit}` : ""}`)].join("\n");

/** A series has its head's colour and pattern, or its class's in the legend, or the palette's; when these come again, they have a pattern. */
function styleOf(series, index, table, look) {
  const of = series.style ?? table.classes.find((one) => one.key === series.className);
  if (of) return { color: of.colour, decal: patternOf(of) };
  const colour = look.series[index % look.series.length];
  return { color: colour, decal: patternOf({ rank: [0, 2, 5, 1][Math.floor(index / look.series.length) % 4], colour }) };
}

/** How far the longest bar reaches. */
const mostOf = (table, isStacked) =>
  Math.max(...table.rows.map(({ values }) => (isStacked ? values.reduce((sum, value) => sum + (value ?? 0), 0) : Math.max(...values))), 0);

/** Even steps of 1, 2 or 5 up to the longest bar, so many that each has room for its number. Whole things are counted in whole steps: there is no half pledge. */
function stepsTo(most, fitting, table) {
  if (most <= 0) return {};
  const isWhole = table.rows.every(({ values }) => values.every((value) => value === null || Number.isInteger(value)));
  const least = most / Math.min(Math.max(Math.floor(fitting), 1), 5);
  const ten = 10 ** Math.floor(Math.log10(least));
  const interval = Math.max([1, 2, 5, 10].map((step) => step * ten).find((step) => step >= least * 0.9999), isWhole ? 1 : 0);
  return { interval, max: Math.ceil((most / interval) * 0.9999) * interval };
}

/** What a bar is labelled with: the table's own words where the number is open or a span. */
const saidOf = (row, index) => row.said[index] ?? (row.values[index] === null ? "" : figure(row.values[index]));

const standing = (table) => table.rows.every((row) => isYear(row.name));

/** Bars that lie, as names and not years do, stand under each other. */
export const isLying = ({ kind }, table) => (kind === "bar" || kind === "stacked") && !standing(table);

/** The least height in which lying bars are read, in pixels: names of two lines where one has no room, and the legend as it breaks. */
export function heightOf({ kind, isPaper }, table, look, width) {
  const names = table.series.map((series) => series.name);
  const room = Math.min(220, width * 0.38);
  const isBroken = table.rows.some((row) => widthOf(row.name, look) > room);
  const row = Math.max(isBroken ? 34 : isPaper ? 18 : 22, kind === "bar" ? names.length * 12 : 0);
  return legendHeight(names, look, width) + table.rows.length * row + 56;
}

/** Bars lie, so that long names are read in full; years stand, since time runs to the right. */
export function barsOf({ kind, unit }, table, look, frame) {
  const names = table.series.map((series) => series.name);
  const stands = standing(table);
  const legend = legendHeight(names, look, frame.width);
  const categories = nameAxis(table.rows.map((row) => row.name), look, frame.width, stands ? {} : { inverse: true });
  if (stands) categories.axisLabel = { ...categories.axisLabel, interval: "auto", width: null };
  const isAlone = names.length === 1 && !stands;
  const right = Math.max(24, ...(isAlone ? table.rows.map((row) => widthOf(saidOf(row, 0), look) + 12) : []));
  const most = mostOf(table, kind === "stacked");
  const room = frame.width - right - Math.min(categories.axisLabel.width ?? 0, Math.max(...table.rows.map((row) => widthOf(row.name, look)), 0)) - 12;
  const number = widthOf(figure(10 ** Math.ceil(Math.log10(Math.max(most, 1)))), look);
  const steps = stepsTo(most, stands ? (frame.height - frame.top - frame.bottom - legend) / 40 : room / (number + 20), table);
  const values = valueAxis(look, unit, { ...steps, ...(stands ? { nameGap: number + 20 } : {}) });
  const isApart = kind === "stacked" && !stands; // low parts of a standing bar would be all border
  return {
    ...basis(look),
    legend: legendOf(names, look, frame),
    grid: gridOf(frame, legend, right),
    tooltip: { ...basis(look).tooltip, trigger: "axis", axisPointer: { type: "shadow" }, formatter: alongside(unit) },
    xAxis: stands ? categories : values,
    yAxis: stands ? values : categories,
    series: table.series.map((series, index) => ({
      name: series.name,
      type: "bar",
      stack: kind === "stacked" ? "all" : undefined,
      barMaxWidth: stands ? 56 : 24,
      barCategoryGap: "28%",
      itemStyle: { ...styleOf(series, index, table, look), ...(isApart ? { borderColor: look.paper, borderWidth: 1 } : {}) },
      emphasis: { focus: "none" },
      label: { show: isAlone, position: "right", color: look.ink, fontSize: 12, formatter: ({ data }) => data.said ?? (data.value === null ? "" : figure(data.value)) },
      data: table.rows.map((row) => ({ value: row.values[index], said: row.said[index], row: row.link ? row.index : undefined })),
      cursor: table.rows.some((row) => row.link) ? "pointer" : "default",
    })),
  };
}

/** A field for each row and column: its class's colour and pattern, or the deeper the more. */
export function heatOf({ unit }, table, look, frame) {
  const fields = table.rows.flatMap((row, y) =>
    row.cells.map((cell, x) => ({
      of: table.classes.find((one) => one.key === cell),
      number: row.values[x],
      value: [x, y, 1],
      where: `${row.name}, ${table.series[x].name}`,
      row: row.link ? row.index : undefined,
    }))
  );
  const most = Math.max(...fields.map((field) => field.number ?? 0), 1);
  const shade = (value) => look.levels[Math.min(3, Math.floor((value / most) * 4))];
  const hasRoom = frame.width / (table.series.length + 3) > 44;
  const numbers = fields
    .filter(({ of, number }) => !of && number !== null)
    .map(({ number, value, where, row }) => ({
      value,
      row,
      text: `${where}: ${figure(number)}${unit ? ` ${unit}` : ""}`,
      itemStyle: { color: shade(number) },
      label: { show: hasRoom, formatter: () => figure(number), color: against(shade(number)), fontSize: 12 },
    }));
  const ofClass = (one) => fields.filter(({ of }) => of === one).map(({ value, where, row }) => ({ value, row, text: `${where}: ${one.label}` }));
  const seriesOf = (name, style, data) => ({
    name,
    type: "heatmap",
    itemStyle: { ...style, borderColor: look.paper, borderWidth: 1 },
    emphasis: { itemStyle: { borderColor: look.ink } },
    data,
  });
  const columns = nameAxis(table.series.map((series) => series.name), look, frame.width, { position: "top", axisLine: { show: false } });
  const isNarrow = table.series.some((series) => series.name.length * 7 > (frame.width * 0.6) / table.series.length);
  const hasRoomForNames = (frame.width * 0.6) / table.series.length > 14; // of one line each, upright; if not, some are left out
  columns.axisLabel = { ...columns.axisLabel, width: undefined, rotate: isNarrow ? 90 : 0, interval: hasRoomForNames ? 0 : "auto" };
  const bottom = frame.bottom + classLegendHeight(table.classes, look, frame);
  return {
    ...basis(look),
    legend: classLegend(table.classes, look, frame),
    grid: gridOf({ ...frame, bottom }, 8),
    tooltip: { ...basis(look).tooltip, formatter: ({ data }) => data.text },
    xAxis: columns,
    yAxis: nameAxis(table.rows.map((row) => row.name), look, frame.width, { inverse: true, axisLine: { show: false } }),
    series: [
      ...table.classes.map((one) => seriesOf(one.label, { color: one.colour, decal: patternOf(one) }, ofClass(one))),
      seriesOf("", {}, numbers),
    ],
  };
}
