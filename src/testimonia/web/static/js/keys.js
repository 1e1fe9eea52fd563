// The keyboard: rows, cells, rooms, search and the sheet of keys.
const WAIT = 1200; // milliseconds in which a letter after g still leads to a room

function typing(target) {
  return target.closest?.("input, textarea, select, [contenteditable]") !== null;
}

function rows() {
  return [...document.querySelectorAll("[data-row]")].filter((row) => row.offsetParent !== null);
}

function step(by) {
  const all = rows();
  if (!all.length) return;
  let now = all.findIndex((row) => row.classList.contains("at"));
  if (now < 0) now = all.findIndex((row) => row.contains(document.activeElement));
  const next = all[Math.min(all.length - 1, Math.max(0, now < 0 ? (by > 0 ? 0 : all.length - 1) : now + by))];
  place(next);
  const column = document.activeElement.closest?.("td")?.cellIndex;
  const cell = column ? next.cells?.[column]?.querySelector("a") : null;
  (cell ?? next.querySelector("a, button") ?? next).focus({ preventScroll: true });
  next.scrollIntoView({ block: "nearest" });
}

function place(row) {
  document.querySelectorAll("[data-row].at").forEach((one) => one.classList.remove("at"));
  row?.classList.add("at");
}

function across(by) {
  const row = document.activeElement.closest?.(".matrix tr[data-row]");
  if (!row) return false;
  const links = [...row.querySelectorAll("th a, td a.cell")];
  const next = links[links.indexOf(document.activeElement) + by];
  next?.focus();
  next?.scrollIntoView({ block: "nearest", inline: "nearest" });
  return true;
}

function show(dialog) {
  if (dialog.open) return;
  dialog.showModal();
  dialog.querySelector("input")?.select();
}

function hits(event) {
  const links = [...document.querySelectorAll("#quick-hits a")];
  const now = links.indexOf(document.activeElement);
  if (event.key === "ArrowDown") (links[now + 1] ?? links[0])?.focus();
  else if (event.key === "ArrowUp") (now > 0 ? links[now - 1] : document.getElementById("quick")).focus();
  else return;
  event.preventDefault();
}

export function listen(closePanel) {
  const finder = document.getElementById("finder");
  const help = document.getElementById("help");
  let leading = -Infinity;
  document.getElementById("keys").addEventListener("click", () => show(help));
  finder.addEventListener("keydown", hits);
  document.addEventListener("focusin", (event) => place(event.target.closest?.("[data-row]") ?? null));
  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
      event.preventDefault();
      show(finder);
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || document.querySelector("dialog[open]")) return;
    const room = performance.now() - leading < WAIT ? document.querySelector(`.rail a[data-key="${CSS.escape(event.key)}"]`) : null;
    leading = -Infinity;
    if (room) { room.click(); event.preventDefault(); return; }
    const key = event.key;
    if (key === "j") step(1);
    else if (key === "k") step(-1);
    else if (key === "ArrowDown" && document.activeElement.closest?.(".matrix")) step(1);
    else if (key === "ArrowUp" && document.activeElement.closest?.(".matrix")) step(-1);
    else if ((key === "l" || key === "ArrowRight") && across(1)) { /* moved */ }
    else if ((key === "h" || key === "ArrowLeft") && across(-1)) { /* moved */ }
    else if (key === "g") { leading = performance.now(); return; }
    else if (key === "/") show(finder);
    else if (key === "?") show(help);
    else if (key === "Escape" && closePanel()) { /* closed */ }
    else {
      const press = `[data-press="${CSS.escape(key)}"]`;
      const button = document.querySelector(`.at ${press}`) ?? document.querySelector(press);
      if (!button) return;
      button.click();
    }
    event.preventDefault();
  });
}
