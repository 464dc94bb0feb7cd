// The page to explore the record: filters, a table, charts, the selection's address, its files and its citation.
// Data come from data.LANGUAGE.js (window.RECORD) once something is asked, words from the element; Plot is loaded when a
// chart is first drawn.
(() => {
  "use strict";
  const root = document.getElementById("explore");
  const words = JSON.parse(root.dataset.words);
  const folder = document.querySelector('script[src$="explore.js"]').src.replace(/explore\.js$/, "");
  const load = (name) => new Promise((done, failed) => {
    document.head.append(Object.assign(document.createElement("script"), { src: folder + name, onload: done, onerror: failed }));
  });
  const open = () => load(root.dataset.record).then(() => explore(root, words, folder, load));
  const button = root.querySelector("button");
  button.hidden = false;
  button.addEventListener("click", open, { once: true });
  root.querySelectorAll("a[data-theme]").forEach((link) => { link.href = `#theme=${link.dataset.theme}`; });
  if (location.hash.includes("=")) open();
  else addEventListener("hashchange", open, { once: true });

  function explore(root, words, folder, load) {
  const say = (key, values = {}) => words[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const { columns, terms, bulletins, breaks, project, themes } = window.RECORD;
  const { lang } = document.documentElement;
  const SHOWN = 200, PANELS = 12, SERIES = 8;
  const FILTERS = ["theme", "indicator", "area", "level", "method", "year", "issuer", "page", "confidence"];
  const COLOURS = ["#2a7fb8", "#d55e00", "#009e73", "#b05bb0", "#b8860b", "#5c6bc0", "#c2547a", "#6f7d2a"];

  const code = (term) => (term ? term[0] : "");
  const label = (term) => (term ? term[1] || term[0] : "");

  // Rows: columns become objects with their terms in words.
  const many = { area: "areas", level: "levels", method: "methods", entity: "entities", period: "periods", unit: "units",
    page: "pages", confidence: "confidences", indicator: "indicators", conflict: "conflicts" };
  const rows = columns.id.map((_, i) => {
    const row = Object.fromEntries(Object.keys(columns).map((name) => [name, columns[name][i]]));
    for (const [one, all] of Object.entries(many)) row[one] = row[one] < 0 ? null : terms[all][row[one]];
    row.bulletin = row.bulletin < 0 ? null : bulletins[row.bulletin];
    row.issuer = row.bulletin && terms.issuers[row.bulletin[2]];
    row.theme = terms.themes.find((term) => term[0] === themes[row.indicator[0]]) || null;
    row.year = row.period && Array(2).fill(row.period[0].slice(0, 4));
    const number = (value) => value?.toLocaleString(lang, { maximumFractionDigits: 10 });
    row.bounds = row.lower == null ? "" : `${row.closed & 1 ? "[" : "("}${number(row.lower)}, ${number(row.upper)}${row.closed & 2 ? "]" : ")"}`;
    const series = ["indicator", "area", "level", "method"].map((name) => code(row[name])).filter(Boolean).join(".");
    row.line = row.line < 0 ? null : [[series, code(terms.segments[row.line - 1])].filter(Boolean).join(" ")];
    row.place = [row.entity, row.area, row.level, row.method].filter(Boolean).map((term) => term[1]).join(", ");
    return row;
  });

  const read = () => Object.fromEntries(new URLSearchParams(location.hash.slice(1)));
  let state = read();
  const write = (change) => {
    state = Object.fromEntries(Object.entries({ ...state, ...change }).filter(([, value]) => value));
    history.replaceState(null, "", `#${new URLSearchParams(state)}`);
    draw();
  };
  const holds = (row, name, value) =>
    name === "q" ? row.search.includes(value.toLowerCase())
    : name === "from" ? code(row.year) >= value
    : name === "to" ? code(row.year) <= value
    : code(row[name]) === value;
  const asked = () => Object.entries(state).filter(([name]) => [...FILTERS, "q", "from", "to"].includes(name));
  const chosen = (except) => rows.filter((row) => asked().every(([name, value]) => name === except || holds(row, name, value)));
  rows.forEach((row) => {
    row.search = [row.id, label(row.indicator), row.place, code(row.period), row.shown, code(row.bulletin), label(row.issuer)].join(" ").toLowerCase();
  });

  const make = (tag, attributes = {}, ...children) => {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
      else if (value !== false && value != null) node.setAttribute(name, value);
    }
    node.append(...children.filter((child) => child != null));
    return node;
  };
  const button = (text, onclick, more = {}) => make("button", { type: "button", onclick, ...more }, text);

  // Filters: each offers what the others leave, with counts.
  const selects = {};
  const filters = make("form", { class: "filters", "aria-label": say("filters"), onsubmit: (event) => event.preventDefault() });
  for (const name of FILTERS.filter((one) => one !== "year")) {
    selects[name] = make("select", { onchange: (event) => write({ [name]: event.target.value, ...(name === "theme" ? { indicator: "" } : {}) }) });
    filters.append(make("label", {}, say(name), selects[name]));
  }
  const inputs = {};
  for (const [name, type] of [["from", "number"], ["to", "number"], ["q", "search"]]) {
    inputs[name] = make("input", { type, min: 2000, max: 2030, onchange: (event) => write({ [name]: event.target.value }) });
    filters.append(make("label", {}, say(name), inputs[name]));
  }
  filters.append(button(say("reset"), () => { state = {}; write({}); }));
  const fill = (name) => {
    const counts = new Map();
    for (const row of chosen(name)) if (row[name]) counts.set(row[name], (counts.get(row[name]) || 0) + 1);
    const options = [...counts].sort((a, b) => label(a[0]).localeCompare(label(b[0]), lang));
    selects[name].replaceChildren(make("option", { value: "" }, say("all")),
      ...options.map(([term, count]) => make("option", { value: term[0] }, `${label(term)} (${count})`)));
    selects[name].value = state[name] || "";
  };

  // The table: heads are buttons that sort.
  const COLUMNS = {
    indicator: (row) => label(row.indicator), place: (row) => row.place, period: (row) => code(row.period),
    shown: (row) => row.shown, bounds: (row) => row.bounds, issuer: (row) => label(row.issuer),
    bulletin: (row) => code(row.bulletin), page: (row) => label(row.page),
  };
  const order = (row, name) => (name === "shown" ? row.value : name === "bounds" ? row.lower ?? row.value : name === "period" ? row.t : COLUMNS[name](row));
  const sorted = (some) => {
    const name = state.sort in COLUMNS ? state.sort : "indicator", sign = state.down ? -1 : 1;
    const compare = (a, b) => (typeof a === "number" ? a - b : String(a).localeCompare(String(b), lang));
    return [...some].sort((a, b) => sign * compare(order(a, name), order(b, name)) || a.t - b.t);
  };
  const heads = {};
  const headRow = make("tr");
  for (const name of Object.keys(COLUMNS)) {
    heads[name] = make("th", { scope: "col" }, button(say(name === "page" ? "source" : name), () => write({ sort: name, down: state.sort === name && !state.down ? "1" : "" })));
    headRow.append(heads[name]);
  }
  const body = make("tbody");
  const table = make("table", {}, make("caption", { class: "visually-hidden" }, say("caption")), make("thead", {}, headRow), body);
  const wrap = make("div", { class: "rows", role: "region", tabindex: 0, "aria-label": say("caption") }, table);
  let limit = SHOWN;
  const more = button(say("more"), () => { limit += 5 * SHOWN; list(sorted(chosen())); });
  const cell = (name, row) => {
    const text = COLUMNS[name](row);
    if (name === "shown") return make("td", { class: "figure" }, make("a", { href: `../n/${row.id}.html#${lang}` }, text));
    if (name === "period") return make("td", { class: "figure" }, text);
    if (name === "bulletin" && row.bulletin) return make("td", {}, make("a", { href: `../b/${text}.html#${lang}` }, text));
    return make("td", {}, text);
  };
  const list = (some) => {
    body.replaceChildren(...some.slice(0, limit).map((row) => make("tr", {}, ...Object.keys(COLUMNS).map((name) => cell(name, row)))));
    more.hidden = some.length <= limit;
    for (const [name, head] of Object.entries(heads)) {
      head.setAttribute("aria-sort", (state.sort || "indicator") !== name ? "none" : state.down ? "descending" : "ascending");
    }
  };

  // Charts: bounds are bars, exact figures dots; hollow ones are doubtful, disputed or beside the series.
  const charts = make("div", { class: "charts" });
  let libraries;
  const plotted = () => (libraries ??= load("plot.min.js"));
  const groups = (some, key) => some.reduce((all, row) => all.set(key(row), [...(all.get(key(row)) || []), row]), new Map());
  const covers = (one, row) => ["indicator", "area", "level", "method"].every((name) => !one[name].length || one[name].includes(code(row[name])));
  const tip = (row) => [[row.shown, row.bounds].filter(Boolean).join(" "), row.place, code(row.period), label(row.issuer), row.id].filter(Boolean).join("\n");
  const year = (value) => (Number.isInteger(value) ? String(value) : "");
  const overview = (some) => {
    const down = groups(some, (row) => label(state.theme ? row.indicator : row.theme)), years = some.map((row) => Number(code(row.year)));
    const first = Math.min(...years), all = Array.from({ length: Math.max(...years) - first + 1 }, (_, i) => first + i);
    const counted = [...down].map(([name, part]) => [name, all.map((one) => part.filter((row) => Number(code(row.year)) === one).length)]);
    const most = Math.max(...counted.flatMap(([, counts]) => counts));
    const cell = (count) => make("td", count ? { style: `--n:${Math.round(Math.sqrt(count / most) * 70)}%` } : {}, count || "");
    return make("div", { class: "rows", role: "region", tabindex: 0, "aria-label": say("overview") }, make("table", {},
      make("caption", {}, say("overview")), make("thead", {}, make("tr", {}, make("td"), ...all.map((one) => make("th", { scope: "col" }, one)))),
      make("tbody", {}, ...counted.map(([name, counts]) => make("tr", {}, make("th", { scope: "row" }, name), ...counts.map(cell))))));
  };
  const names = (some) => {
    const parts = ["entity", "area", "level", "method"].filter((name) => new Set(some.map((row) => code(row[name]))).size > 1);
    return (row) => parts.map((name) => label(row[name])).filter(Boolean).join(", ") || label(row.area);
  };
  const panel = (some, width) => {
    const name = names(some), few = new Set(some.map(name)).size <= SERIES;
    const colour = few ? name : () => say("series-many");
    const ceiling = Math.max(...some.map((row) => (Number.isFinite(row.upper) && row.upper) || row.value));
    const hollow = (row) => row.beside || row.conflict || code(row.confidence) === "low";
    const cuts = breaks.filter((one) => some.some((row) => covers(one, row)));
    const dots = some.filter((row) => row.exact);
    return Plot.plot({
      width, height: 260, marginLeft: 60, marginTop: 26, style: { overflow: "visible" },
      x: { label: null, tickFormat: year, ticks: width < 500 ? 5 : 10, inset: 12 },
      y: { grid: true, label: null, nice: true, tickFormat: (value) => value.toLocaleString(lang) },
      color: { legend: few && new Set(some.map(name)).size > 1, range: COLOURS },
      marks: [
        Plot.ruleX(cuts, { x: "t", stroke: "currentColor", strokeDasharray: "3 3", strokeOpacity: 0.6 }),
        Plot.text(cuts, { x: "t", text: (one) => one.label, frameAnchor: "top", dy: -14, lineWidth: 14, fill: "currentColor" }),
        Plot.line(some.filter((row) => row.line && !row.beside).sort((a, b) => a.t - b.t),
          { x: "t", y: "value", z: (row) => code(row.line), stroke: colour, strokeOpacity: 0.55 }),
        Plot.ruleX(some.filter((row) => row.upper != null || row.lower != null),
          { x: "t", y1: (row) => row.lower ?? row.value, y2: (row) => Math.min(row.upper ?? Infinity, ceiling), stroke: colour, strokeWidth: 5, strokeOpacity: 0.45 }),
        Plot.dot(dots.filter((row) => !hollow(row)), { x: "t", y: "value", fill: colour, r: 3, fillOpacity: (row) => (row.derived ? 0.45 : 1) }),
        Plot.dot(dots.filter(hollow), { x: "t", y: "value", stroke: colour, fill: "var(--paper, Canvas)", r: 3.2 }),
        Plot.dot(some.filter((row) => row.conflict), { x: "t", y: "value", symbol: "times", stroke: "currentColor", r: 5 }),
        Plot.tip(some, Plot.pointer({ x: "t", y: "value", title: tip, fill: "var(--paper, Canvas)" })),
      ],
    });
  };
  const figure = (title, alt, plot) => {
    plot.querySelectorAll("[aria-label]").forEach((node) => node.removeAttribute("aria-label"));
    const frame = plot.tagName === "FIGURE" ? plot.querySelector("svg:last-of-type") : plot;
    frame.setAttribute("role", "img");
    frame.setAttribute("aria-label", alt);
    return make("section", {}, make("h2", {}, title), plot);
  };
  const chart = async (some) => {
    const parts = [...groups(some, (row) => `${code(row.indicator)} ${code(row.unit)}`).values()];
    charts.classList.toggle("one", parts.length === 1 || parts.length > PANELS);
    if (!some.length) return charts.replaceChildren();
    if (parts.length > PANELS) return charts.replaceChildren(overview(some), make("p", {}, say("narrow", { panels: PANELS })));
    try { await plotted(); } catch { return charts.replaceChildren(make("p", {}, say("no-charts"))); }
    const width = Math.max(300, Math.min(charts.clientWidth, 960)), each = parts.length > 1 && width > 800 ? width / 2 - 16 : width;
    charts.replaceChildren(...parts.map((part) => {
      const title = `${label(part[0].indicator)} (${label(part[0].unit)})`;
      return figure(title, say("chart-alt", { title, count: part.length }), panel(part, each));
    }), key());
  };
  const mark = (drawing, text) => {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    for (const [name, value] of Object.entries({ width: 18, height: 14, viewBox: "0 0 18 14", "aria-hidden": "true" })) svg.setAttribute(name, value);
    svg.innerHTML = drawing;
    return make("li", {}, svg, text);
  };
  const key = () => make("ul", { class: "key" },
    mark('<circle cx="9" cy="7" r="3.4" fill="currentColor"/>', say("key-exact")),
    mark('<path d="M9 1v12" stroke="currentColor" stroke-width="5" opacity=".45"/>', say("key-bounds")),
    mark('<circle cx="9" cy="7" r="3.4" fill="none" stroke="currentColor" stroke-width="1.5"/>', say("key-hollow")),
    mark('<path d="M5 3l8 8M13 3l-8 8" stroke="currentColor" stroke-width="1.5"/>', say("key-conflict")),
    mark('<circle cx="9" cy="7" r="3.4" fill="currentColor" opacity=".45"/>', say("key-derived")),
    mark('<path d="M9 0v14" stroke="currentColor" stroke-dasharray="3 3"/>', say("key-break")));

  // Files and citations of the selection.
  const save = (name, type, text) => {
    const link = make("a", { href: URL.createObjectURL(new Blob([text], { type })), download: name });
    link.click();
    URL.revokeObjectURL(link.href);
  };
  const plain = (row) => ({
    id: row.id, indicator: code(row.indicator), area: code(row.area), level: code(row.level), method: code(row.method), entity: code(row.entity),
    period: code(row.period), value: row.value, lower: row.lower ?? row.value, upper: row.upper ?? row.value, unit: code(row.unit),
    text: row.shown, bulletin: code(row.bulletin), issuer: code(row.issuer), source: code(row.page),
    confidence: code(row.confidence), series: code(row.line), conflict: code(row.conflict), url: row.bulletin ? row.bulletin[5] : "",
  });
  const csv = (some) => {
    const quote = (value) => (/[",\n]/.test(value) ? `"${String(value).replaceAll('"', '""')}"` : String(value ?? ""));
    const lines = some.map(plain);
    return [Object.keys(lines[0] || {}), ...lines.map(Object.values)].map((line) => line.map(quote).join(",")).join("\n") + "\n";
  };
  const used = (some) => [...new Set(some.map((row) => row.bulletin).filter(Boolean))].sort((a, b) => a[0].localeCompare(b[0]));
  const description = (some) => {
    const said = FILTERS.filter((name) => state[name]).map((name) => label(some[0]?.[name]) || state[name]);
    const span = [state.from, state.to].filter(Boolean).join("–");
    return say("selection", { what: [...said, span, state.q].filter(Boolean).join("; ") || say("all"), figures: some.length, bulletins: used(some).length });
  };
  const set = (some) => ({ ...project, id: `${project.id}-selection`, title: `${project.title}. ${description(some)}`, URL: location.href });
  const csl = (one) => ({
    id: one[0], type: "report", title: one[6], author: [{ literal: terms.issuers[one[2]][1] }], publisher: terms.issuers[one[2]][1],
    issued: { "date-parts": [one[1].split("-").map(Number)] }, language: one[3], ...(one[4] && { number: one[4] }), ...(one[5] && { URL: one[5] }),
  });
  const who = (item) => (item.author || []).map((one) => one.literal || [one.family, one.given].filter(Boolean).join(", ")).join(" and ");
  const when = (item) => item.issued["date-parts"][0].map((part) => String(part).padStart(2, "0"));
  const STYLES = {
    text: (items) => items.map((item) => `${who(item)} (${when(item).join("-")}). ${item.title}.${item.number ? ` ${item.number}.` : ""}${item.URL ? ` ${item.URL}` : ""}`).join("\n\n"),
    BibTeX: (items) => items.map((item) => {
      const fields = { author: `{${who(item)}}`, title: `{${item.title}}`, institution: `{${item.publisher || who(item)}}`, year: when(item)[0], number: item.number, url: item.URL, note: item.version && `Version ${item.version}` };
      return `@techreport{${item.id},\n${Object.entries(fields).filter(([, value]) => value).map(([name, value]) => `  ${name} = {${value}},\n`).join("")}}`;
    }).join("\n\n"),
    RIS: (items) => items.map((item) => [["TY", item.type === "dataset" ? "DATA" : "RPRT"], ["ID", item.id], ["AU", who(item)], ["TI", item.title], ["PB", item.publisher],
      ["PY", when(item)[0]], ["DA", when(item).join("/")], ["M1", item.number], ["UR", item.URL], ["ER", ""]]
      .filter(([tag, value]) => value || tag === "ER").map(([tag, value]) => `${tag}  - ${value}`).join("\n")).join("\n\n"),
    "CSL-JSON": (items) => JSON.stringify(items, null, 1),
  };
  const style = make("select", { onchange: () => cite() }, ...Object.keys(STYLES).map((name) => make("option", { value: name }, name === "text" ? say("text") : name)));
  const references = make("textarea", { readonly: "", rows: 14, "aria-label": say("references") });
  const cite = () => {
    const some = chosen();
    references.value = STYLES[style.value]([set(some), ...used(some).map(csl)]);
  };
  const status = make("p", { class: "count", role: "status" });
  const copy = async (text) => { await navigator.clipboard.writeText(text); status.textContent = say("copied"); };
  const dialog = make("dialog", { "aria-labelledby": "cite-selection" }, make("h2", { id: "cite-selection" }, say("cite")),
    make("label", {}, say("style"), style), references,
    make("p", { class: "actions" }, button(say("copy"), () => copy(references.value)),
      button(say("download"), () => save(`citation.${{ text: "txt", BibTeX: "bib", RIS: "ris", "CSL-JSON": "json" }[style.value]}`, "text/plain", references.value)),
      button(say("close"), () => dialog.close())));
  const actions = make("p", { class: "actions" },
    button(say("copy-address"), () => copy(location.href)),
    button("CSV", () => save("selection.csv", "text/csv", csv(sorted(chosen())))),
    button("JSON", () => save("selection.json", "application/json", JSON.stringify({ citation: set(chosen()), figures: sorted(chosen()).map(plain) }, null, 1))),
    button(say("cite"), () => { cite(); dialog.showModal(); }),
    make("span", {}, say("whole"), ...["csv", "parquet"].flatMap((kind) => [" ", make("a", { href: `${folder}observations.${kind}`, download: "" }, kind)]), " ", make("a", { href: `${folder}china-government-web-bulletins.zip`, download: "" }, "zip")));

  const draw = () => {
    const some = chosen();
    limit = SHOWN;
    Object.keys(selects).forEach(fill);
    for (const [name, input] of Object.entries(inputs)) input.value = state[name] || "";
    status.textContent = say("count", { figures: some.length.toLocaleString(lang), bulletins: used(some).length.toLocaleString(lang) });
    list(sorted(some));
    chart(some);
  };
  root.replaceChildren(filters, status, actions, charts, wrap, more, dialog);
  addEventListener("hashchange", () => { state = read(); draw(); });
  addEventListener("resize", () => { clearTimeout(root.wait); root.wait = setTimeout(() => chart(chosen()), 200); });
  draw();
  }
})();
