// The reader: a claim lights up in the text when its line is pointed at, and the other way round.
function light(ids, on) {
  document.querySelectorAll(".text mark.hover").forEach((mark) => mark.classList.remove("hover"));
  if (!on) return;
  for (const mark of document.querySelectorAll(".text mark")) {
    if (mark.dataset.claims.split(" ").some((id) => ids.has(id))) mark.classList.add("hover");
  }
}

export function begin() {
  const reader = document.querySelector(".reader");
  if (!reader) return;
  const list = reader.querySelector(".claim-list");
  list?.addEventListener("pointerover", (event) => {
    const link = event.target.closest("a[data-claim]");
    light(new Set([link?.dataset.claim]), Boolean(link));
  });
  list?.addEventListener("focusin", (event) => light(new Set([event.target.dataset.claim]), true));
  list?.addEventListener("pointerleave", () => light(new Set(), false));
  reader.addEventListener("click", (event) => {
    const mark = event.target.closest(".text mark");
    if (!mark || event.target.closest("button") || String(getSelection())) return;
    const claims = mark.dataset.claims.split(" ");
    const now = new URLSearchParams(location.search).get("claim");
    const next = claims[(claims.indexOf(now) + 1) % claims.length];
    const link = list?.querySelector(`a[data-claim="${CSS.escape(next)}"]`);
    if (link) link.click();
  });
  // Two texts side by side scroll each to its own claim, or to the first passage that they share.
  for (const column of reader.classList.contains("pair") ? reader.querySelectorAll(".column") : []) {
    const target = column.querySelector("mark.focus, .copied");
    if (target) column.scrollTop = target.offsetTop - column.offsetTop - column.clientHeight / 4;
  }
}
