// Colours, type and numbers of the pictures, as the page's style has them now.
const figures = new Intl.NumberFormat("en", { maximumFractionDigits: 2 });

/** A number with its thousands apart. */
export const figure = (value) => (value === null || value === undefined || value === "-" ? "none" : figures.format(value));

const pen = document.createElement("canvas").getContext("2d");

/** The width of words in the pictures' type, in pixels. */
export function widthOf(text, look, type = "12px") {
  pen.font = `${type} ${look.font}`;
  return pen.measureText(text).width;
}

/** The colours in use, on paper the light ones: variables with light-dark() are resolved by an element that wears them. */
export function readLook(host, isPaper = false) {
  const probe = document.createElement("span");
  probe.hidden = true;
  if (isPaper) probe.style.colorScheme = "only light";
  host.shadowRoot.append(probe);
  const colour = (name) => {
    probe.style.color = `var(${name})`;
    return getComputedStyle(probe).color;
  };
  const look = {
    ...Object.fromEntries(["paper", "shade", "line", "ink", "quiet", "brick"].map((name) => [name, colour(`--${name}`)])),
    levels: [1, 2, 3, 4].map((level) => colour(`--level-${level}`)),
    series: [1, 2, 3, 4, 5, 6, 7, 8].map((series) => colour(`--series-${series}`)),
    font: getComputedStyle(host).fontFamily.replaceAll('"', "'"), // the library writes it between double quotes into SVG
    moves: !isPaper && !matchMedia("(prefers-reduced-motion: reduce)").matches,
    drags: matchMedia("(pointer: fine)").matches,
  };
  probe.remove();
  return look;
}

/** Black or white, whichever stands out from the colour (relative luminance, WCAG 2.2). */
export function against(colour, opacity = 1) {
  const [red, green, blue] = (colour.match(/[\d.]+/g) ?? [255, 255, 255]).map((part) => {
    const share = Number(part) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  const isDark = 0.2126 * red + 0.7152 * green + 0.0722 * blue < 0.179;
  return isDark ? `rgba(255, 255, 255, ${opacity})` : `rgba(0, 0, 0, ${opacity})`;
}

/** The pattern of a class by its rank, so that classes differ without colour. The legend's swatches in app.css are drawn alike. */
export function patternOf({ rank, colour }) {
  const color = against(colour, 0.5);
  const lines = (rotation, dashArrayY) => ({ symbol: "rect", color, rotation, dashArrayX: [1, 0], dashArrayY });
  switch (rank) {
    case 1:
      return { symbol: "circle", symbolSize: 0.6, color, dashArrayX: [[3, 4]], dashArrayY: [3, 4] };
    case 2:
      return lines(-Math.PI / 4, [1, 6]);
    case 3:
      return lines(0, [1, 4]);
    case 5:
      return lines(Math.PI / 4, [2, 3]);
    case 7:
      return { symbol: "rect", color, dashArrayX: [1, 6], dashArrayY: [1, 0] };
    default:
      return undefined;
  }
}

/** What all pictures share. */
export function basis(look) {
  return {
    animation: look.moves,
    animationDuration: 300,
    animationDurationUpdate: 200,
    color: look.series,
    textStyle: { fontFamily: look.font, fontSize: 12, color: look.ink },
    tooltip: {
      renderMode: "richText", // drawn, since style attributes are refused
      confine: true,
      transitionDuration: 0,
      backgroundColor: look.paper,
      borderColor: look.quiet,
      borderWidth: 1,
      padding: [6, 10],
      textStyle: { color: look.ink, fontSize: 12, lineHeight: 18, fontFamily: look.font },
    },
  };
}

/** How much height the classes' legend of a file takes, in pixels: as many lines as it needs, one after the other as it sets them. */
export function classLegendHeight(classes, look, { isFile, width }) {
  if (!isFile || classes.length === 0) return 0;
  let [lines, end] = [1, 0];
  for (const wide of classes.map((one) => 22 + 5 + widthOf(one.label, look) + 4)) {
    if (end > 0 && end + wide > width - 32) [lines, end] = [lines + 1, 0];
    end += wide + 16;
  }
  return lines * 30 + 2;
}

/** The classes' legend of a file. On the page it is HTML, which a screen reader reads and everybody sees without scripts. */
export const classLegend = (classes, look, { isFile, bottom }) => ({
  show: isFile && classes.length > 0,
  data: classes.map((one) => one.label),
  selectedMode: false,
  left: 16,
  bottom,
  icon: "rect",
  itemWidth: 22,
  itemHeight: 14,
  itemGap: 16,
  textStyle: { color: look.ink, fontSize: 12 },
});
