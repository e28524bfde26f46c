// The site works without this. It applies filters as they are chosen, and reports what fails in the browser.

// Filters that are unfolded stay so while the reader ticks one after the other: every answer comes with them folded.
let unfolded = null;
document.addEventListener("change", (event) => {
  const form = event.target.closest?.("form[data-auto]");
  if (!form || !event.target.matches("input[type=checkbox], select")) return;
  unfolded = form.closest("details.filters")?.open ? location.pathname : null;
  form.requestSubmit();
});
document.addEventListener("DOMContentLoaded", () => {
  globalThis.Blazor?.addEventListener("enhancedload", () => {
    const filters = document.querySelector("details.filters");
    if (filters && unfolded === location.pathname) filters.open = true;
    unfolded = null;
  });
});

// What is being typed while an answer is on its way stays: the answer knows only what was sent.
let typing = null;
document.addEventListener("input", ({ target }) => {
  if (target.matches("input[type=search], input[type=text], input[type=number]")) typing = { field: target, value: target.value };
});
document.addEventListener("submit", () => (typing = null));
document.addEventListener("DOMContentLoaded", () => {
  globalThis.Blazor?.addEventListener("enhancedload", () => {
    if (typing?.field === document.activeElement) typing.field.value = typing.value;
    typing = null;
  });
});

// On a phone the menu is one line: where one is comes into sight.
function showWhereOneIs() {
  const [menu, here] = [document.querySelector("header nav"), document.querySelector("header nav [aria-current]")];
  if (here && menu.scrollWidth > menu.clientWidth) menu.scrollLeft = here.offsetLeft - menu.offsetLeft - (menu.clientWidth - here.offsetWidth) / 2;
}
document.addEventListener("DOMContentLoaded", () => {
  showWhereOneIs();
  globalThis.Blazor?.addEventListener("enhancedload", showWhereOneIs);
});

// Empty fields and defaults stay out of the address.
document.addEventListener("formdata", (event) => {
  const { target: form, formData: asked } = event;
  if (form.method !== "get") return;
  for (const [name, value] of [...asked.entries()]) if (value === "") asked.delete(name);
  const defaults = new URLSearchParams(form.dataset.defaults);
  for (const name of new Set(defaults.keys())) if (String(asked.getAll(name)) === String(defaults.getAll(name))) asked.delete(name);
});

// A page that a link led to is read from its heading; one that was opened anew from its start, where the skip link is.
let page = location.pathname;
document.addEventListener("DOMContentLoaded", () => {
  globalThis.Blazor?.addEventListener("enhancedload", () => {
    const heading = document.querySelector("h1");
    if (heading && page !== location.pathname && !location.hash) {
      heading.tabIndex = -1;
      heading.focus();
    }
    page = location.pathname;
  });
});

// A browser unfolds what an address names; where Blazor follows the link in its place, this does.
function unfold() {
  const named = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const folded = named && named.closest("details:not([open])");
  if (!folded) return;
  folded.open = true;
  named.scrollIntoView();
}
document.addEventListener("click", (event) => {
  if (event.target.closest?.("a[href*='#']")) setTimeout(unfold);
});
document.addEventListener("DOMContentLoaded", () => globalThis.Blazor?.addEventListener("enhancedload", unfold));

// What changed since the last visit. Only this browser remembers it: the newest version that it has seen, and when.
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
function visit() {
  const version = Number(document.querySelector("[data-version]")?.dataset.version ?? 0);
  const now = new Date();
  try {
    // A new visit begins with an empty session; what was seen before it stays the baseline to its end.
    const former = sessionStorage.getItem("former-visit") ?? localStorage.getItem("last-visit") ?? "";
    sessionStorage.setItem("former-visit", former);
    localStorage.setItem("last-visit", JSON.stringify({ version, day: `${now.getDate()} ${months[now.getMonth()]} ${now.getFullYear()}` }));
    const place = document.querySelector("[data-last-visit]");
    const seen = former && JSON.parse(former);
    if (!place || !seen || !(seen.version <= version)) return;
    const since = document.createElement(seen.version < version ? "a" : "span");
    since.textContent = seen.version < version ? `Since your last visit (${seen.day}): see what changed` : `Nothing changed since your last visit (${seen.day}).`;
    if (seen.version < version) since.href = `/changes?since=${Number(seen.version)}`;
    place.replaceChildren(since);
    place.hidden = false;
  } catch {
    // No memory, or not ours: the page's own links serve as well.
  }
}
document.addEventListener("DOMContentLoaded", () => {
  visit();
  globalThis.Blazor?.addEventListener("enhancedload", visit);
});

let reported = 0;
async function report(message, where) {
  if (reported++ > 5) return;
  try {
    const answer = await fetch("/browser-errors", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ message: String(message).slice(0, 500), where: String(where).slice(0, 500) }),
    });
    const { reference } = await answer.json();
    const note = document.createElement("p");
    note.className = "banner";
    note.setAttribute("role", "status");
    note.textContent = `A script on this page failed. What you read is complete; if you report it, give the reference ${reference}.`;
    document.querySelector("main")?.prepend(note);
  } catch {
    // Nothing more can be done here; the page itself needs no script.
  }
}
window.addEventListener("error", (event) => report(event.message, `${event.filename}:${event.lineno}`));
window.addEventListener("unhandledrejection", (event) => report(event.reason, location.pathname));
