// Sets light or dark before the page is drawn; loaded first and alone, so that nothing flashes.
(() => {
  let kept = "auto";
  try { kept = localStorage.getItem("theme") || "auto"; } catch { /* a browser that keeps nothing */ }
  document.documentElement.dataset.theme = ["light", "dark"].includes(kept) ? kept : "auto";
})();
