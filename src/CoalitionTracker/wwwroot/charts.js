// <record-chart> draws a table of the page with Apache ECharts. The table stays: it is the data, and what is read without this script.
// ECharts is asked for when the first picture comes near the window. What is drawn lives in a shadow root, which enhanced navigation leaves alone.
import { pictureOf } from "./pictures.js";

const sheet = new CSSStyleSheet();
sheet.replaceSync(`
  :host { display: block; position: relative; }
  .picture { position: absolute; inset: 0 0 36px; }
  .tools { position: absolute; inset: auto 0 0; height: 32px; display: flex; gap: 8px; align-items: center; justify-content: flex-end; }
  button { font: inherit; font-size: 0.8125rem; color: var(--link); background: none; border: 1px solid var(--line); border-radius: 4px; padding: 3px 10px; cursor: pointer; }
  button[aria-pressed="true"] { background: var(--action); color: var(--on-action); border-color: var(--action); }
  button:focus-visible { outline: 3px solid light-dark(#c98a00, #f2c230); outline-offset: 1px; }
  .note { color: var(--quiet); font-size: 0.875rem; margin: 0 auto 0 0; }`);

let library;
const loaded = new Map();

function echartsFrom(address) {
  library ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = () => resolve(globalThis.echarts);
    script.onerror = reject;
    document.head.append(script);
  });
  return library;
}

/** The shapes of the map, asked for once; other pictures need none. */
async function shapesFrom(address) {
  if (!loaded.has(address)) loaded.set(address, fetch(address).then((answer) => (answer.ok ? answer.json() : Promise.reject(answer.status))));
  return loaded.get(address);
}

class RecordChart extends HTMLElement {
  static observedAttributes = ["table", "kind", "label", "unit", "view"];
  #chart;
  #seen = false;
  #drawing = 0;
  #undo = [];

  connectedCallback() {
    if (!this.shadowRoot) {
      this.attachShadow({ mode: "open" }).adoptedStyleSheets = [sheet];
      this.shadowRoot.innerHTML = `<div class="picture" role="img"></div><div class="tools"><p class="note"></p></div>`;
      this.#addTool("PNG", () => this.#save("png"));
      this.#addTool("SVG", () => this.#save("svg"));
    }
    this.#say("The table has the same figures.");
    const near = new IntersectionObserver((entries) => entries.some((e) => e.isIntersecting) && this.#show(), { rootMargin: "200px" });
    const size = new ResizeObserver(() => this.#chart?.resize());
    const theme = new MutationObserver(() => this.#redraw());
    const system = matchMedia("(prefers-color-scheme: dark)");
    const again = () => this.#redraw();
    near.observe(this);
    size.observe(this);
    theme.observe(document.documentElement, { attributeFilter: ["data-theme"] });
    system.addEventListener("change", again);
    globalThis.Blazor?.addEventListener("enhancedload", again);
    this.#undo = [
      () => near.disconnect(),
      () => size.disconnect(),
      () => theme.disconnect(),
      () => system.removeEventListener("change", again),
      () => globalThis.Blazor?.removeEventListener?.("enhancedload", again),
      () => this.#chart?.dispose(),
    ];
  }

  disconnectedCallback() {
    this.#undo.forEach((undo) => undo());
    this.#chart = undefined;
    this.#seen = false;
  }

  attributeChangedCallback() {
    this.#redraw();
  }

  #show() {
    if (this.#seen) return;
    this.#seen = true;
    this.#redraw();
  }

  async #redraw() {
    if (!this.#seen || !this.isConnected) return;
    const turn = ++this.#drawing;
    try {
      const echarts = await echartsFrom(this.getAttribute("library"));
      const shapes = this.getAttribute("kind") === "map" ? await shapesFrom(this.getAttribute("map")) : undefined;
      if (turn !== this.#drawing || !this.isConnected) return; // asked for anew meanwhile
      const picture = pictureOf(this, shapes);
      if (shapes) echarts.registerMap("world", shapes);
      this.#prepareTools(picture);
      const place = this.shadowRoot.querySelector(".picture");
      place.setAttribute("aria-label", picture.says);
      this.#chart?.dispose();
      this.#chart = echarts.init(place, null, { renderer: "canvas" });
      this.#chart.setOption(picture.option);
      this.#chart.on("click", (event) => picture.linkOf(event)?.click());
      this.#say(picture.note ?? "");
      this.dataset.drawn = turn;
    } catch {
      this.classList.add("failed"); // the table has it all
      this.#say("The picture could not be loaded. The table has the same figures.");
    }
  }

  #say(text) {
    this.shadowRoot.querySelector(".note").textContent = text;
  }

  #addTool(label, act) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = label;
    button.title = `Save this picture as ${label}`;
    button.addEventListener("click", act);
    this.shadowRoot.querySelector(".tools").append(button);
  }

  /** Views of the map, such as Europe and the world. */
  #prepareTools(picture) {
    const tools = this.shadowRoot.querySelector(".tools");
    tools.querySelectorAll("[aria-pressed]").forEach((b) => b.remove());
    for (const view of picture.views ?? []) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = view;
      button.setAttribute("aria-pressed", String(view === picture.view));
      button.addEventListener("click", () => this.setAttribute("view", view));
      tools.querySelector(".note").after(button);
    }
  }

  /** The picture with its title, and where it comes from. */
  async #save(format) {
    if (!this.#chart) return;
    const echarts = await library;
    const { offsetWidth: width, offsetHeight: height } = this;
    const picture = pictureOf(this, await (loaded.get(this.getAttribute("map")) ?? undefined), { forFile: true });
    const copy = echarts.init(format === "svg" ? null : document.createElement("div"), null, {
      renderer: format === "svg" ? "svg" : "canvas",
      ssr: format === "svg",
      width: Math.max(width, 640),
      height: height + 64,
      devicePixelRatio: 2,
    });
    copy.setOption({ ...picture.option, animation: false });
    const address = format === "svg" ? URL.createObjectURL(new Blob([copy.renderToSVGString()], { type: "image/svg+xml" })) : copy.getDataURL({ type: "png", pixelRatio: 2, backgroundColor: picture.paper });
    copy.dispose();
    const link = document.createElement("a");
    link.href = address;
    link.download = `${this.getAttribute("label").toLowerCase().replaceAll(/[^a-z0-9]+/g, "-")}.${format}`;
    link.click();
    if (format === "svg") setTimeout(() => URL.revokeObjectURL(address), 1000);
  }
}

customElements.define("record-chart", RecordChart);
