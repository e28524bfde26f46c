// What <record-chart> draws: reads a table of the page and says it in ECharts' terms. Colours are the page's own, whatever its theme.
const plain = { symbol: "rect", color: "rgba(0,0,0,0)" }; // what has no pattern of its own would get one of ECharts'
const patterns = [
  plain,
  { symbol: "circle", dashArrayX: [[3, 3]], dashArrayY: [3, 3], symbolSize: 0.5 },
  { symbol: "rect", dashArrayX: [1, 0], dashArrayY: [2, 5], rotation: 0.6 },
  { symbol: "circle", dashArrayX: [[6, 6], [0, 6, 6, 0]], dashArrayY: [6, 0], symbolSize: 0.6 },
  { symbol: "rect", dashArrayX: [1, 0], dashArrayY: [1, 4], rotation: -0.8 },
  { symbol: "rect", dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: 0 },
  { symbol: "triangle", dashArrayX: [[7, 7]], dashArrayY: [7, 7], symbolSize: 0.6 },
];
const views = { Europe: [[-24, 71], [46, 35]], World: [[-170, 78], [180, -55]] };
const maxRows = 24;
const number = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 1 });

/** The picture of the table that the element names. */
export function pictureOf(element, shapes, { forFile = false } = {}) {
  const kind = element.getAttribute("kind");
  const label = element.getAttribute("label");
  const table = document.getElementById(element.getAttribute("table"));
  const look = lookOf(element);
  const rows = [...table.querySelectorAll("tbody tr:not([data-skip])")].filter((row) => row.querySelector("[data-value], [data-category]"));
  const drawn = kind === "map" ? mapOf(element, table, rows, shapes, look) : chartOf(element, table, rows, kind, look);
  const option = {
    animation: !matchMedia("(prefers-reduced-motion: reduce)").matches && !forFile,
    animationDuration: 200,
    textStyle: { fontFamily: look.font, fontSize: 12, color: look.ink },
    ...drawn.option,
  };
  if (forFile) {
    const credit = `CoalitionTracker, version ${document.querySelector("[data-version]")?.dataset.version ?? ""}, ${location.href}`;
    option.backgroundColor = look.paper;
    option.title = [
      { text: label, subtext: element.getAttribute("unit") ?? "", left: 8, top: 4, textStyle: { fontSize: 15, color: look.ink }, subtextStyle: { color: look.quiet }, itemGap: 2 },
      { text: credit, left: 8, bottom: 2, textStyle: { fontSize: 10, fontWeight: "normal", color: look.quiet } },
    ];
    if (option.grid) option.grid = { ...option.grid, top: 84, bottom: 44 };
    if (option.legend) option.legend = { ...option.legend, top: 48 };
    if (option.geo) option.geo = { ...option.geo, top: 48, bottom: 28 };
  }
  return { ...drawn, option, paper: look.paper, says: `${label}. ${drawn.says}` };
}

function lookOf(element) {
  const probe = document.createElement("span");
  element.shadowRoot.append(probe);
  const colour = (value) => {
    probe.style.color = value;
    return getComputedStyle(probe).color;
  };
  const look = {
    font: getComputedStyle(element).fontFamily,
    ink: colour("var(--ink)"),
    quiet: colour("var(--quiet)"),
    line: colour("var(--line)"),
    paper: colour("var(--paper)"),
    shade: colour("var(--shade)"),
    series: [1, 2, 3, 4, 5, 6, 7, 8].map((n) => colour(`var(--series-${n})`)),
  };
  probe.remove();
  return look;
}

const nameOf = (row) => row.querySelector("[data-category]")?.dataset.category ?? row.querySelector("th")?.textContent.trim() ?? "";
const linkIn = (row) => row?.querySelector("td a[href]") ?? row?.querySelector("a[href]");
const valueOf = (cell) => (cell?.dataset.value ? Number(cell.dataset.value) : null);

/** Bars lie, one for each row, so that long names are read; lines and upright bars go through time. */
function chartOf(element, table, allRows, kind, look) {
  const heads = [...table.querySelectorAll("thead tr:last-child > *")];
  const columns = heads.map((head, i) => ({ name: head.dataset.series, i })).filter((c) => c.name);
  const upright = kind === "line" || kind === "columns";
  const some = allRows.filter((row) => columns.some((c) => valueOf(row.children[c.i])));
  const rows = upright ? allRows : some.slice(0, maxRows).reverse();
  const unit = element.getAttribute("unit") ?? "";
  const names = { type: "category", data: rows.map(nameOf), axisTick: { show: false }, axisLine: { lineStyle: { color: look.line } }, axisLabel: { color: look.ink, width: 150, overflow: "truncate" } };
  const amounts = { type: "value", name: unit, nameLocation: "end", nameTextStyle: { color: look.quiet }, splitLine: { lineStyle: { color: look.line } }, axisLabel: { color: look.quiet, formatter: (n) => number.format(n) } };
  const series = columns.map((column, n) => ({
    name: column.name,
    type: kind === "line" ? "line" : "bar",
    stack: kind === "line" ? undefined : "all",
    barMaxWidth: 18,
    color: look.series[n % look.series.length],
    itemStyle: { decal: n > 0 ? { color: "rgba(255,255,255,0.35)", ...patterns[n % patterns.length] } : undefined },
    data: rows.map((row) => valueOf(row.children[column.i])),
  }));
  return {
    option: {
      grid: { left: 8, right: 56, top: columns.length > 1 ? 56 : 32, bottom: 8, containLabel: true },
      legend: columns.length > 1 ? { type: "scroll", top: 0, left: 0, textStyle: { color: look.ink } } : undefined,
      tooltip: { renderMode: "richText", trigger: "axis", axisPointer: { type: "shadow" }, valueFormatter: (n) => (n === null || n === undefined ? "–" : `${number.format(n)} ${unit}`), backgroundColor: look.paper, borderColor: look.line, textStyle: { color: look.ink } },
      xAxis: upright ? names : amounts,
      yAxis: upright ? amounts : names,
      series,
    },
    note: !upright && some.length > maxRows ? `The first ${maxRows} of ${some.length} rows; the table has all.` : "",
    says: `${rows.length} rows, ${columns.map((c) => c.name).join(", ")}. The table has the same figures.`,
    linkOf: (event) => linkIn(rows[event.dataIndex]),
  };
}

/** Countries in the colours and patterns of the legend; small ones as points, since their shapes cannot be hit. */
function mapOf(element, table, rows, shapes, look) {
  const classes = new Map(
    [...document.querySelectorAll(`[data-legend-for="${table.id}"] [data-class]`)].map((item, rank) => [
      item.dataset.class,
      { label: item.querySelector("a, span:not([aria-hidden])")?.textContent.trim() ?? "", colour: getComputedStyle(item.querySelector(".class-colour")).backgroundColor, rank },
    ]),
  );
  const byCode = new Map(rows.filter((row) => row.dataset.country).map((row) => [row.dataset.country, row]));
  const styleOf = (row) => {
    const of = classes.get(row.querySelector("[data-value]")?.dataset.value);
    const pattern = of && patterns[of.rank % patterns.length];
    return { areaColor: of?.colour, color: of?.colour, borderColor: look.paper, borderWidth: 0.7, decal: pattern ? { color: "rgba(0,0,0,0.25)", ...pattern } : plain };
  };
  const regions = shapes.features.filter((f) => byCode.has(f.properties.code));
  const tell = (code) => {
    const row = byCode.get(code);
    if (!row) return `${shapes.features.find((f) => f.properties.code === code)?.properties.name ?? code}: not in the record`;
    return `${nameOf(row)}: ${classes.get(row.querySelector("[data-value]")?.dataset.value)?.label ?? ""}`;
  };
  const view = element.getAttribute("view") ?? "Europe";
  return {
    option: {
      tooltip: { renderMode: "richText", trigger: "item", formatter: (item) => tell(item.data?.code ?? item.name), backgroundColor: look.paper, borderColor: look.line, textStyle: { color: look.ink } },
      geo: {
        map: "world",
        nameProperty: "code",
        roam: "move",
        aspectScale: 0.62,
        boundingCoords: views[view],
        top: 0,
        bottom: 0,
        left: 0,
        right: 0,
        itemStyle: { areaColor: look.shade, borderColor: look.line, borderWidth: 0.7 },
        emphasis: { label: { show: false }, itemStyle: { areaColor: null, borderColor: look.ink, borderWidth: 1.5 } },
        select: { disabled: true },
        regions: regions.map((f) => ({ name: f.properties.code, itemStyle: styleOf(byCode.get(f.properties.code)), emphasis: { itemStyle: styleOf(byCode.get(f.properties.code)) } })),
      },
      aria: { enabled: true, label: { enabled: false }, decal: { show: true, decals: plain } },
      series: [
        {
          type: "map",
          geoIndex: 0,
          nameProperty: "code",
          data: regions.map((f) => ({ name: f.properties.code, value: 1, itemStyle: styleOf(byCode.get(f.properties.code)) })),
        },
        {
          type: "scatter",
          coordinateSystem: "geo",
          symbolSize: 11,
          data: regions.filter((f) => spanOf(f) < 2.6).map((f) => ({ name: nameOf(byCode.get(f.properties.code)), code: f.properties.code, value: middleOf(f), itemStyle: { ...styleOf(byCode.get(f.properties.code)), borderColor: look.ink, borderWidth: 1 } })),
        },
      ],
    },
    views: ["World", "Europe"],
    view,
    note: "",
    says: `A map with ${byCode.size} countries in ${classes.size} classes. The table has the same facts.`,
    linkOf: (event) => linkIn(byCode.get(event.data?.code ?? event.name)),
  };
}

function pointsOf(feature) {
  return feature.geometry.coordinates.flat(feature.geometry.type === "Polygon" ? 1 : 2);
}

const range = (numbers) => [Math.min(...numbers), Math.max(...numbers)];

/** The longer side of a shape, in degrees. */
function spanOf(feature) {
  const [xs, ys] = [0, 1].map((i) => range(pointsOf(feature).map((p) => p[i])));
  return Math.max(xs[1] - xs[0], ys[1] - ys[0]);
}

function middleOf(feature) {
  return [0, 1].map((i) => range(pointsOf(feature).map((p) => p[i])).reduce((a, b) => (a + b) / 2));
}
