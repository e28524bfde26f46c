// <record-chart> draws a table of its page. It is a picture beside the table, never in its place: the page is read without it. What draws is
// fetched when the picture comes near the window. Everything of its own lies in a shadow root, where enhanced navigation changes nothing.
const charts = new Set();
const fetched = new Map();

/** Fetches something once; what failed may be tried again. */
function once(address, fetchIt) {
  if (!fetched.has(address)) {
    const coming = fetchIt(address);
    coming.catch(() => fetched.delete(address));
    fetched.set(address, coming);
  }
  return fetched.get(address);
}

function script(address) {
  return new Promise((loaded, failed) => {
    const element = Object.assign(document.createElement("script"), { src: address, onload: loaded, onerror: failed });
    document.head.append(element);
  });
}

async function json(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
}

const sight = new IntersectionObserver(
  (entries) => entries.filter((entry) => entry.isIntersecting).forEach((entry) => entry.target.comeNear()),
  { rootMargin: "300px" }
);
const sizes = new ResizeObserver((entries) => entries.forEach((entry) => entry.target.getRootNode().host?.fit()));
const redrawAll = () => charts.forEach((chart) => chart.redraw());

new MutationObserver(redrawAll).observe(document.documentElement, { attributeFilter: ["data-theme"] });
for (const question of ["(prefers-color-scheme: dark)", "(prefers-reduced-motion: reduce)"]) matchMedia(question).addEventListener("change", redrawAll);
document.addEventListener("DOMContentLoaded", () => globalThis.Blazor?.addEventListener("enhancedload", redrawAll));

for (const when of ["before", "after"]) addEventListener(`${when}print`, () => charts.forEach((chart) => chart.print(when === "before")));

function make(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

class RecordChart extends HTMLElement {
  static observedAttributes = ["table", "kind", "unit", "label", "size", "view", "note", "source", "library", "map"];

  #state = this.attachInternals().states;
  #picture = make("div", { part: "picture" });
  #frame = make("div", { part: "frame" });
  #note = make("div", { part: "note" }, make("slot", {}));
  #tools = make("div", { part: "tools" });
  #chart = null;
  #draw = null;
  #isNear = false;
  #waiting = 0;
  #drawn = "";
  #view = null;
  #place = null;
  #isPaper = false;

  constructor() {
    super();
    this.#frame.append(this.#note, this.#picture);
    this.attachShadow({ mode: "open" }).append(this.#frame, this.#tools);
  }

  /** What is drawn, for who looks at it from outside. */
  get chart() {
    return this.#chart;
  }

  /** What the picture is to show, as its attributes say. */
  get settings() {
    const read = (name) => this.getAttribute(name) ?? "";
    return {
      table: read("table"),
      kind: read("kind"),
      unit: read("unit"),
      label: read("label"),
      source: read("source"),
      note: read("note"),
      view: this.#view ?? (read("view") || "europe"),
      place: this.#place,
      isPaper: this.#isPaper,
    };
  }

  connectedCallback() {
    charts.add(this);
    sight.observe(this);
    sizes.observe(this.#picture);
  }

  disconnectedCallback() {
    charts.delete(this);
    sight.unobserve(this);
    sizes.unobserve(this.#picture);
    this.#isNear = false;
    this.#clear();
  }

  attributeChangedCallback(name, before, now) {
    if (before === now) return;
    if (name === "view" || name === "kind") this.#view = this.#place = null;
    this.redraw();
  }

  comeNear() {
    if (this.#isNear) return;
    this.#isNear = true;
    this.redraw();
  }

  /** Draws anew before the next frame, if anything has changed. */
  redraw() {
    if (this.#isNear) this.#waiting ||= requestAnimationFrame(() => this.#redraw());
  }

  /** Draws for paper at once, before the browser lays the sheets out, and afterwards for the screen again. */
  print(isPaper) {
    this.#isPaper = isPaper;
    if (!this.#chart) return;
    this.#drawNow();
    if (isPaper) this.#chart.getZr().flush();
  }

  /** The picture as wide as its frame: lines of labels break elsewhere, so that it is drawn anew. */
  fit() {
    if (!this.#isPaper && this.#chart && this.#picture.clientWidth > 0 && this.#picture.clientWidth !== this.#chart.getWidth()) this.redraw();
  }

  async #redraw() {
    try {
      const [draw] = await Promise.all([once("draw", () => import("./charts/draw.js")), once(this.getAttribute("library"), script)]);
      const world = this.settings.kind === "map" ? await once(this.getAttribute("map"), json) : null;
      this.#draw = draw;
      if (world) draw.registerWorld(world);
    } catch {
      this.#show("failed"); // the table has it all
      return;
    } finally {
      this.#waiting = 0;
    }
    if (this.isConnected && this.#isNear) this.#drawNow();
  }

  #drawNow() {
    const table = this.#draw.tableOf(this.settings);
    if (!table?.rows.length) {
      this.#clear();
      this.#show("empty");
      return;
    }
    this.#show("drawn");
    const look = this.#draw.readLook(this, this.#isPaper);
    const size = this.#roomFor(table, look);
    const option = this.#draw.optionOf(this.settings, table, look, size);
    const drawing = JSON.stringify([option, size, table.rows.map((row) => row.link?.href)]);
    if (this.#chart && drawing === this.#drawn) return;
    this.#drawn = drawing;
    this.#chart ??= this.#begin();
    this.#chart.resize(size);
    this.#chart.setOption(option, { notMerge: true });
    this.#picture.setAttribute("aria-label", this.#draw.inWords(this.settings, table));
    this.#offerTools();
    this.#tools.querySelector("[part~=gap]").textContent = table.part ? `Drawn: ${table.part}.` : "";
  }

  /** The picture's size: the height that the page keeps for it, or more where its bars and legend need it. */
  #roomFor(table, look) {
    this.#frame.style.removeProperty("--needed");
    const { clientWidth, clientHeight } = this.#picture;
    const [width, kept] = this.#isPaper ? this.#draw.onSheet(clientWidth, clientHeight) : [clientWidth, clientHeight];
    const height = Math.max(kept, this.#draw.leastHeight(this.settings, table, look, width));
    if (height > kept) this.#frame.style.setProperty("--needed", `${height}px`);
    return { width, height };
  }

  #begin() {
    this.#picture.setAttribute("role", "img");
    this.shadowRoot.adoptedStyleSheets = [this.#draw.onPaper];
    const chart = globalThis.echarts.init(this.#picture, null, { renderer: "canvas" });
    chart.on("click", ({ data }) => data?.row !== undefined && this.#follow(data.row));
    chart.on("georoam", () => {
      const { center, zoom } = chart.getOption().geo[0];
      this.#place = { center, zoom };
    });
    return chart;
  }

  /** The row's own link is followed, as if it had been clicked: the site decides how. */
  #follow(index) {
    this.#draw.tableOf(this.settings)?.rows.find((row) => row.index === index)?.link?.click();
  }

  #offerTools() {
    const wanted = this.settings.kind === "map" ? "map" : "plain";
    if (this.#tools.dataset.for !== wanted) {
      this.#tools.dataset.for = wanted;
      const button = (text, label, act) => {
        const element = make("button", { part: "button", type: "button", "aria-label": label, title: label }, text);
        element.addEventListener("click", act);
        return element;
      };
      const map = [
        button("Europe", "Show Europe", () => this.#look("europe")),
        button("World", "Show the world", () => this.#look("world")),
        button("+", "Zoom in", () => this.#zoom(1.5)),
        button("−", "Zoom out", () => this.#zoom(1 / 1.5)),
      ];
      const files = ["PNG", "SVG"].map((format) => button(format, `Download the picture as ${format}`, () => this.#download(format)));
      this.#tools.replaceChildren(...(wanted === "map" ? map : []), make("span", { part: "gap" }), ...files);
    }
    for (const [index, view] of wanted === "map" ? ["europe", "world"].entries() : []) {
      const isShown = this.settings.view === view;
      this.#tools.children[index].setAttribute("aria-pressed", String(isShown));
      this.#tools.children[index].part.toggle("on", isShown);
    }
  }

  #look(view) {
    this.#view = view;
    this.#place = null;
    this.#drawn = "";
    this.redraw();
  }

  #zoom(times) {
    this.#chart?.dispatchAction({
      type: "geoRoam",
      componentType: "geo",
      zoom: times,
      originX: this.#chart.getWidth() / 2,
      originY: this.#chart.getHeight() / 2,
    });
    this.redraw(); // who has zoomed in may drag, on a phone as well
  }

  #download(format) {
    const size = { width: Math.max(this.#picture.clientWidth, 800), height: this.#picture.clientHeight };
    const { settings } = this;
    this.#draw.download(format, settings, this.#draw.tableOf(settings), this.#draw.readLook(this), size);
  }

  #clear() {
    cancelAnimationFrame(this.#waiting);
    this.#waiting = 0;
    this.#chart?.dispose();
    this.#chart = null;
    this.#drawn = "";
    this.#frame.style.removeProperty("--needed");
    this.#picture.removeAttribute("role");
    this.#picture.removeAttribute("aria-label");
    this.#tools.replaceChildren();
    delete this.#tools.dataset.for;
    this.#show(null);
  }

  #show(state) {
    this.#state.clear();
    if (state) this.#state.add(state);
    this.#note.hidden = state === "drawn";
  }
}

customElements.define("record-chart", RecordChart);
