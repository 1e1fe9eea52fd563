// The map one can drag: MapLibre over our own land and places, in place of the server's drawing where there is WebGL.
// The drawing behind it follows the view, so that what is saved, printed and sent by its address is what one sees.
import { Map, Popup, ScaleControl } from "../vendor/maplibre-gl.mjs";

const QUIET = 350; // milliseconds without moving after which the drawing, the table and the address follow
const PLAYED = 1100; // milliseconds that a month stays while the slider plays
const FONT = ["Noto Sans", "DejaVu Sans", "Arial", "sans-serif"];
// Held, coarse, under force, disputed: every mix of them is a mark of its own.
const KINDS = ["", "h"].flatMap((h) => ["", "c"].flatMap((c) => ["", "f"].flatMap((f) => ["", "d"].map((d) => h + c + f + d || "-"))));
const none = { type: "FeatureCollection", features: [] };

function colour(name) {
  // MapLibre knows no CSS variables and no color-mix: a canvas tells any colour in red, green and blue.
  const probe = document.createElement("span");
  probe.className = `probe-${name}`;
  document.body.append(probe);
  const pen = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  pen.fillStyle = getComputedStyle(probe).color;
  pen.fillRect(0, 0, 1, 1);
  probe.remove();
  const [r, g, b] = pen.getImageData(0, 0, 1, 1).data;
  return `rgb(${r},${g},${b})`;
}

// A mark as the server draws it: a ring, dashed where the place is coarse, a square where it is held, a cross for force.
function icon(kind) {
  const size = 44;
  const pen = Object.assign(document.createElement("canvas"), { width: size, height: size }).getContext("2d", { willReadFrequently: true });
  const [middle, reach] = [size / 2, 14];
  pen.fillStyle = colour(kind.includes("h") ? "held" : "card");
  pen.strokeStyle = colour(kind.includes("d") ? "force" : kind.includes("h") ? "hold" : "accent");
  pen.lineWidth = kind.includes("d") ? 7 : 4;
  if (kind.includes("c")) pen.setLineDash([5, 4]);
  pen.beginPath();
  if (kind.includes("h")) pen.rect(middle - reach, middle - reach, 2 * reach, 2 * reach);
  else pen.arc(middle, middle, reach, 0, 7);
  pen.fill();
  pen.stroke();
  if (kind.includes("f")) {
    pen.setLineDash([]);
    pen.lineWidth = 3.5;
    pen.strokeStyle = colour("force");
    pen.beginPath();
    for (const way of [-1, 1]) { pen.moveTo(middle - 8, middle - 8 * way); pen.lineTo(middle + 8, middle + 8 * way); }
    pen.stroke();
  }
  return pen.getImageData(0, 0, size, size);
}

function round(place) {
  const ring = [];
  for (let step = 0; step <= 48; step += 1) {
    const angle = (step / 48) * 2 * Math.PI;
    const up = (place.radius / 111.2) * Math.sin(angle);
    ring.push([place.longitude + ((place.radius / 111.2) * Math.cos(angle)) / Math.cos((place.latitude * Math.PI) / 180), place.latitude + up]);
  }
  return { type: "Feature", properties: { coarse: place.coarse }, geometry: { type: "Polygon", coordinates: [ring] } };
}

function point(place) {
  const kind = `${place.holding ? "h" : ""}${place.coarse ? "c" : ""}${place.force ? "f" : ""}${place.disputed ? "d" : ""}` || "-";
  return {
    type: "Feature", geometry: { type: "Point", coordinates: [place.longitude, place.latitude] },
    properties: { ...place, events: undefined, icon: `mark${kind}`, size: Math.min(1.3, 0.5 + 0.12 * Math.log2(place.told)) },
  };
}

function style(land) {
  const ink = colour("ink");
  const halo = { "text-halo-color": colour("card"), "text-halo-width": 1.6 };
  return {
    version: 8,
    sources: {
      land: { type: "geojson", data: land },
      areas: { type: "geojson", data: none },
      places: { type: "geojson", data: none },
    },
    layers: [
      { id: "sea", type: "background", paint: { "background-color": colour("sea") } },
      { id: "land", type: "fill", source: "land", filter: ["!=", ["geometry-type"], "Point"], paint: { "fill-color": colour("card") } },
      { id: "borders", type: "line", source: "land", filter: ["!=", ["geometry-type"], "Point"], paint: { "line-color": colour("strong"), "line-width": 0.9 } },
      { id: "areas", type: "fill", source: "areas", paint: { "fill-color": colour("accent"), "fill-opacity": ["case", ["get", "coarse"], 0.04, 0.06] } },
      { id: "area-fine", type: "line", source: "areas", filter: ["!", ["get", "coarse"]], paint: { "line-color": colour("accent"), "line-opacity": 0.5, "line-width": 0.8 } },
      { id: "area-coarse", type: "line", source: "areas", filter: ["get", "coarse"], paint: { "line-color": colour("accent"), "line-opacity": 0.7, "line-dasharray": [4, 3] } },
      { id: "countries", type: "symbol", source: "land", filter: ["==", ["geometry-type"], "Point"], layout: { "text-field": ["get", "name"], "text-font": FONT, "text-size": 12, "text-transform": "uppercase", "text-letter-spacing": 0.12, "text-padding": 12 }, paint: { "text-color": colour("soft"), ...halo } },
      { id: "places", type: "symbol", source: "places",
        layout: { "icon-image": ["get", "icon"], "icon-size": ["get", "size"], "icon-allow-overlap": true, "symbol-sort-key": ["-", 0, ["get", "told"]],
          "text-field": ["get", "name"], "text-font": FONT, "text-size": 13, "text-optional": true, "text-variable-anchor": ["left", "right", "top", "bottom"], "text-radial-offset": 0.95, "text-justify": "auto" },
        paint: { "text-color": ink, ...halo } },
    ],
  };
}

function told(place) {
  const box = document.createElement("div");
  const line = (element, words) => box.append(Object.assign(document.createElement(element), { textContent: words, dir: "auto" }));
  line("b", place.name);
  line("p", `${place.precision}: ${place.told} events${place.disputed ? `, ${place.disputed} disputed` : ""}`);
  if (place.strikers) line("p", `Force by ${place.strikers}`);
  if (place.holders) line("p", `Held or besieged by ${place.holders}`);
  const link = Object.assign(document.createElement("a"), { textContent: "Its events", href: place.address });
  box.append(link);
  return box;
}

function hasWebGL() {
  try { return Boolean(document.createElement("canvas").getContext("webgl2")); } catch { return false; }
}

export async function begin(box) {
  if (!hasWebGL()) return;
  const form = document.getElementById("map-form");
  const month = document.getElementById("month");
  const wide = () => box.clientWidth;
  const scaleOf = (zoom, latitude) => (1000 * 512 * 2 ** zoom) / 360 / (wide() * Math.cos((latitude * Math.PI) / 180));
  const zoomOf = (scale, latitude) => Math.log2((scale * wide() * Math.cos((latitude * Math.PI) / 180) * 360) / (1000 * 512));
  const land = await (await fetch(box.dataset.land)).json();
  const page = document.documentElement.classList;
  page.add("live-coming"); // laid out behind the drawing until all of it is there
  const start = { center: [Number(box.dataset.longitude), Number(box.dataset.latitude)], zoom: zoomOf(Number(box.dataset.scale), Number(box.dataset.latitude)) };
  const map = new Map({ container: box, style: style(land), ...start, minZoom: 1, maxZoom: 13, attributionControl: false, dragRotate: false, pitchWithRotate: false, touchPitch: false, maxPitch: 0, fadeDuration: 0 });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.addControl(new ScaleControl(), "bottom-left");
  const icons = () => {
    for (const kind of KINDS) if (!map.hasImage(`mark${kind}`)) map.addImage(`mark${kind}`, icon(kind), { pixelRatio: 2 });
  };

  let rows = [];
  let moved = false;
  const query = () => {
    const asked = new URLSearchParams(new FormData(form));
    if (asked.get("layer") === "all") asked.delete("layer");
    if (asked.get("month") === "0") asked.delete("month");
    if (moved) {
      const { lng, lat } = map.getCenter();
      asked.set("lat", Math.max(-85, Math.min(85, lat)).toFixed(4));
      asked.set("lon", (((((lng + 180) % 360) + 360) % 360) - 180).toFixed(4));
      asked.set("scale", Math.max(3, Math.min(6000, scaleOf(map.getZoom(), lat))).toFixed(2));
    }
    return asked;
  };
  const draw = () => {
    map.getSource("places")?.setData({ type: "FeatureCollection", features: rows.map(point) });
    map.getSource("areas")?.setData({ type: "FeatureCollection", features: rows.map(round) });
  };
  let asking;
  const ask = async (address, kind) => {
    asking?.abort();
    asking = new AbortController();
    const answer = await fetch(address, { signal: asking.signal, headers: kind === "json" ? {} : { "HX-Request": "true" } });
    if (!answer.ok) throw new Error(String(answer.status));
    return kind === "json" ? answer.json() : answer.text();
  };
  const load = async () => {
    const now = await ask(`/map.json?${query()}`, "json");
    rows = now.rows;
    draw();
  };
  // The drawing, the table, the words above it and the address follow the view.
  const follow = async () => {
    const asked = query();
    const page = new DOMParser().parseFromString(await ask(`/map?${asked}`, "html"), "text/html");
    for (const id of ["map", "map-lead", "map-table", "map-foot", "map-save"]) {
      const [before, after] = [document.getElementById(id), page.getElementById(id)];
      if (before && after) before.replaceWith(after);
    }
    history.replaceState(null, "", asked.size ? `/map?${asked}` : "/map");
  };
  let waiting;
  const soon = (work) => { clearTimeout(waiting); waiting = setTimeout(() => work().catch(() => {}), QUIET); };
  const refresh = () => load().then(() => soon(follow)).catch(() => {});
  map.on("moveend", (event) => { if (event.originalEvent || moved) { moved = true; soon(follow); } });
  map.on("movestart", (event) => { if (event.originalEvent) moved = true; });
  map.on("load", async () => {
    await load().catch(() => {});
    map.once("idle", () => {
      page.replace("live-coming", "live-map");
      map.resize();
      box.dataset.ready = "true";
    });
    map.triggerRepaint();
  });
  map.on("style.load", () => { icons(); draw(); });

  const popup = new Popup({ closeButton: true, maxWidth: "20rem" });
  map.on("click", "places", ({ features, lngLat }) => popup.setLngLat(lngLat).setDOMContent(told(features[0].properties)).addTo(map));
  map.on("mouseenter", "places", () => { map.getCanvas().style.cursor = "pointer"; });
  map.on("mouseleave", "places", () => { map.getCanvas().style.cursor = ""; });

  // Month and layer take effect without leaving the view; the keys + and - too.
  const months = JSON.parse(box.dataset.months);
  const named = () => {
    const words = Number(month.value) ? months[month.value - 1] : "all";
    month.previousElementSibling.textContent = words;
    month.setAttribute("aria-valuetext", words === "all" ? "all months" : words);
  };
  month?.addEventListener("input", () => { named(); refresh(); });
  form.addEventListener("change", (event) => { event.stopImmediatePropagation(); refresh(); }, true);
  form.addEventListener("submit", (event) => { event.preventDefault(); event.stopImmediatePropagation(); refresh(); }, true);
  for (const [key, by] of [["+", 1], ["-", -1]]) {
    document.querySelector(`#map-form [data-press="${key}"]`).addEventListener("click", (event) => {
      event.preventDefault();
      moved = true;
      map.zoomTo(map.getZoom() + by, { duration: 200 });
    });
  }
  const play = document.getElementById("play");
  let playing;
  play?.addEventListener("click", () => {
    if (playing) { clearInterval(playing); playing = undefined; } else {
      playing = setInterval(() => {
        month.value = Number(month.value) >= months.length ? 1 : Number(month.value) + 1;
        named();
        refresh();
      }, PLAYED);
    }
    play.setAttribute("aria-pressed", String(Boolean(playing)));
    play.textContent = playing ? "Pause" : "Play";
  });

  const recolour = () => { for (const id of map.listImages()) map.removeImage(id); map.setStyle(style(land), { diff: false }); };
  new MutationObserver(recolour).observe(document.documentElement, { attributeFilter: ["data-theme"] });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", recolour);
}
