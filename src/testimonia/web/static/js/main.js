// What every page does beyond links and forms: theme, folding, files, and a word when the server is gone.
import { listen } from "./keys.js";
import { begin as beginReader } from "./reader.js";
import { begin as beginSaving } from "./save.js";

const page = document.documentElement;

function theme() {
  const button = document.getElementById("theme");
  const label = button.querySelector("span");
  const show = () => {
    const now = page.dataset.theme;
    label.textContent = now[0].toUpperCase() + now.slice(1);
    button.setAttribute("aria-label", `Colours: ${now}`);
  };
  button.addEventListener("click", () => {
    const order = ["auto", "light", "dark"];
    page.dataset.theme = order[(order.indexOf(page.dataset.theme) + 1) % order.length];
    try { localStorage.setItem("theme", page.dataset.theme); } catch { /* kept for this page only */ }
    show();
  });
  show();
}

function unveil(event) {
  const button = event.target.closest("button.unveil");
  if (!button) return;
  event.preventDefault();
  const kept = button.previousElementSibling;
  kept.hidden = false;
  kept.tabIndex = -1;
  button.remove();
  kept.focus();
}

function panels(event) {
  const close = event.target.closest("[data-close]");
  if (close) closePanel();
  const cell = event.target.closest("a.cell");
  if (cell && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    document.querySelectorAll("a.cell.open").forEach((one) => one.classList.remove("open"));
    cell.classList.add("open");
  }
}

export function closePanel() {
  const panel = document.getElementById("panel");
  if (!panel || !panel.hasChildNodes()) return false;
  panel.replaceChildren();
  const open = document.querySelector("a.cell.open");
  open?.classList.remove("open");
  open?.focus();
  return true;
}

function drop() {
  const form = document.getElementById("drop");
  if (!form) return;
  const input = form.querySelector("input[type=file]");
  for (const name of ["dragenter", "dragover"]) {
    document.addEventListener(name, (event) => {
      if (![...event.dataTransfer.types].includes("Files")) return;
      event.preventDefault();
      form.classList.add("over");
    });
  }
  document.addEventListener("dragleave", (event) => { if (!event.relatedTarget) form.classList.remove("over"); });
  document.addEventListener("drop", (event) => {
    if (!event.dataTransfer.files.length) return;
    event.preventDefault();
    form.classList.remove("over");
    input.files = event.dataTransfer.files;
    form.requestSubmit();
  });
}

function lost() {
  const notice = document.getElementById("lost");
  document.addEventListener("htmx:error", () => { notice.hidden = false; });
  document.addEventListener("htmx:after:request", () => { notice.hidden = true; });
}

// What was being compared is ready: shown at once, unless somebody writes, reads a quotation or has a box open.
function fresh() {
  document.addEventListener("htmx:after:request", () => setTimeout(() => {
    if (!document.querySelector("[data-fresh]")) return;
    const written = [...document.querySelectorAll("main input, main textarea")].some((field) => field.type !== "hidden" && (field === document.activeElement || field.value !== field.defaultValue || field.checked !== field.defaultChecked));
    if (!written && !document.querySelector("dialog[open]") && !document.getElementById("panel")?.hasChildNodes()) location.reload();
  }, 50));
}

// Filters take effect as they are chosen; the button stays for those without scripts.
function filters() {
  document.querySelectorAll("form.filters").forEach((form) => {
    form.addEventListener("change", (event) => {
      if (event.target.matches("select, input[type=checkbox]")) form.requestSubmit();
    });
    form.addEventListener("submit", () => {
      form.querySelectorAll("input, select").forEach((field) => { if (!field.value) field.disabled = true; });
    });
  });
  addEventListener("pageshow", () => document.querySelectorAll("form.filters :disabled").forEach((f) => { f.disabled = false; }));
}

theme();
document.addEventListener("click", unveil);
document.addEventListener("click", panels);
drop();
lost();
fresh();
filters();
listen(closePanel);
beginReader();
beginSaving();
const live = document.getElementById("live");
if (live) import("./map.js").then((map) => map.begin(live)).catch(() => document.documentElement.classList.remove("live-coming", "live-map"));
