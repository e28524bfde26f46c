// The world map: each country in its class's colour and pattern; points for those too small to hit.
import { basis, classLegend, classLegendHeight, patternOf } from "./look.js";

/** A shape of fewer square degrees than this is hard to see and to hit. */
const small = 3.5;
/** North-west and south-east corner: all of Iceland, Norway's mainland, Türkiye and Cyprus. */
const europe = [[-25, 71.5], [46, 34]];
const world = [[-170, 83], [178, -56]];
/** What a picture is wider than Europe it shows in the west up to here, in the east as far as it takes: no piece of Canada stands at its edge. */
const west = -51;
let places = new Map();
let boxes = new Map();

/** Miller's projection: Europe keeps its shape, and the poles do not swallow the picture. */
const projection = {
  project: ([longitude, latitude]) => [(longitude * Math.PI) / 180, -1.25 * Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 450))],
  unproject: ([x, y]) => [(x * 180) / Math.PI, ((Math.atan(Math.exp(-0.8 * y)) - Math.PI / 4) * 450) / Math.PI],
};

/** The corners of what the view shows, as wide as the picture; Europe alone would leave room beside it where pieces of others come into sight. */
function cornersOf(view, width, height) {
  if (view === "world") return world;
  const [[left, north], [right, south]] = europe;
  const [[x, y], [end, foot]] = europe.map(projection.project);
  const more = Math.max(0, (((foot - y) * width) / height - (end - x)) * (180 / Math.PI));
  const before = Math.min(more / 2, left - west);
  return [[left - before, north], [right + more - before, south]];
}

/** Takes the countries' shapes; what is a point there is only ever drawn as one. */
export function registerWorld(geo) {
  if (globalThis.echarts.getMap("world")) return;
  const shapes = geo.features.filter((feature) => feature.geometry.type !== "Point");
  boxes = new Map(geo.features.map((feature) => [feature.properties.code, boxesOf(feature)]));
  places = new Map(geo.features.map((feature) => [feature.properties.code, placeOf(feature)]).filter(([, place]) => place !== null));
  globalThis.echarts.registerMap("world", { type: "FeatureCollection", features: shapes });
}

/** Where a country's point stands: for a small one the middle of its largest part; null for one that needs none. */
function placeOf({ geometry: { type, coordinates } }) {
  if (type === "Point") return coordinates;
  const areaOf = ([left, right, low, high]) => (right - left) * (high - low);
  const largest = boxesOf({ geometry: { type, coordinates } }).reduce((a, b) => (areaOf(b) > areaOf(a) ? b : a));
  const [left, right, low, high] = largest;
  return areaOf(largest) < small ? [(left + right) / 2, (low + high) / 2] : null;
}

/** How far each part of a country reaches: west, east, south, north. */
function boxesOf({ geometry: { type, coordinates } }) {
  const rings = { Point: () => [[coordinates]], Polygon: () => [coordinates[0]], MultiPolygon: () => coordinates.map(([ring]) => ring) }[type]();
  return rings.map((ring) => {
    const [x, y] = [0, 1].map((axis) => ring.map((point) => point[axis]));
    return [Math.min(...x), Math.max(...x), Math.min(...y), Math.max(...y)];
  });
}

/** Which countries of the table lie outside a map that has been drawn into this frame, class by class in words; empty for none. */
export function outsideOf(chart, table, look, frame) {
  const foot = frame.height - frame.bottom - classLegendHeight(labelled(table), look, frame);
  const isInside = ([west, east, south, north]) => {
    const [left, top] = chart.convertToPixel({ geoIndex: 0 }, [west, north]);
    const [right, low] = chart.convertToPixel({ geoIndex: 0 }, [east, south]);
    return right > 0 && left < frame.width && low > frame.top && top < foot;
  };
  const isOutside = ({ country }) => country && !(boxes.get(country) ?? []).some(isInside);
  const rows = table.rows.filter(isOutside);
  const groups = [...new Set(rows.map((row) => row.value))].map((value) => {
    const names = rows.filter((row) => row.value === value).map((row) => row.name);
    const label = table.classes.find((one) => one.key === value)?.label ?? outside.label;
    return `${names.join(", ")} (${label.charAt(0).toLowerCase()}${label.slice(1)})`;
  });
  return groups.length === 0 ? "" : `Outside this view: ${groups.join("; ")}`;
}

/** A file's title says what of the map it shows. */
export function titleOf({ label, view, place }, outside) {
  if (!place && view !== "world") return `${label} (Europe)`;
  return outside ? `${label} (a part of the map)` : label;
}

const labelled = (table) => table.classes.filter((one) => one.label);

const outside = { key: "", rank: 0, label: "Not in the record" };

export function mapOf({ view, place }, table, look, frame) {
  const rows = table.rows.filter((row) => row.country);
  const classOf = (row) => table.classes.find((one) => one.key === row.value) ?? { ...outside, colour: look.shade };
  const wordsOf = (row) => [row.name, [classOf(row).label, row.text].filter(Boolean).join(": ")].join("\n");
  const item = (row) => ({
    text: wordsOf(row),
    row: row.link ? row.index : undefined,
    itemStyle: { decal: patternOf(classOf(row)) },
    cursor: row.link ? "pointer" : "default",
  });
  // The shapes' colours are the map's, their patterns and words are the series'.
  const regionOf = (row) => ({
    name: row.country,
    itemStyle: { areaColor: classOf(row).colour, borderColor: look.quiet, borderWidth: 0.9 },
    emphasis: { itemStyle: { areaColor: classOf(row).colour } },
  });
  const points = rows.filter((row) => places.has(row.country));
  const classes = labelled(table);
  const bottom = frame.bottom + classLegendHeight(classes, look, frame);
  return {
    ...basis(look),
    tooltip: { ...basis(look).tooltip, formatter: ({ data, name }) => data?.text ?? `${nameOf(name)}\n${outside.label}` },
    legend: classLegend(classes, look, frame),
    geo: {
      map: "world",
      nameProperty: "code",
      projection,
      boundingCoords: cornersOf(view, frame.width, frame.height - frame.top - bottom),
      top: frame.top,
      bottom,
      left: 0,
      right: 0,
      preserveAspect: "contain",
      clip: frame.isFile, // title and foot stay free
      roam: look.drags || place ? "move" : false, // the wheel and a finger scroll the page
      roamTrigger: "global",
      scaleLimit: { min: 0.3, max: 20 },
      ...(place ?? {}),
      itemStyle: { areaColor: look.shade, borderColor: look.line, borderWidth: 0.5 },
      label: { show: false },
      emphasis: { label: { show: false }, itemStyle: { areaColor: look.shade, borderColor: look.ink, borderWidth: 1.5 } },
      select: { disabled: true },
      regions: rows.map(regionOf),
    },
    series: [
      {
        type: "map",
        geoIndex: 0,
        nameProperty: "code",
        selectedMode: false,
        data: rows.filter((row) => !isPointOnly(row.country)).map((row) => ({ name: row.country, ...item(row) })),
      },
      ...classes.map((one) => ({
        name: one.label,
        type: "scatter",
        coordinateSystem: "geo",
        symbol: "circle",
        symbolSize: 13,
        itemStyle: { color: one.colour, decal: patternOf(one), borderColor: look.ink, borderWidth: 1, opacity: 1 },
        label: {
          show: Boolean(place), // a name beside a point lies over the neighbour until one has zoomed in
          position: "right",
          formatter: ({ data }) => data.name,
          color: look.ink,
          fontSize: 11,
          textBorderColor: look.paper,
          textBorderWidth: 4,
        },
        labelLayout: { hideOverlap: true },
        data: points
          .filter((row) => classOf(row).key === one.key)
          .map((row) => ({
            ...item(row),
            name: row.name,
            value: places.get(row.country),
            label: { position: places.get(row.country)[0] > 25 ? "bottom" : "right" }, // inside Europe's picture
          })),
      })),
    ],
  };
}

const features = () => globalThis.echarts.getMap("world").geoJSON.features;
const isPointOnly = (code) => !features().some((feature) => feature.properties.code === code);
const nameOf = (code) => features().find((feature) => feature.properties.code === code)?.properties.name ?? code;
