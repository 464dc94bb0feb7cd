// The theme button, the menu on small screens, and the contents list, which is folded there. All pages work without it.
(() => {
  const root = document.documentElement;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const button = document.querySelector(".theme-button");
  button.hidden = false;
  button.addEventListener("click", () => {
    const now = root.dataset.theme || (dark.matches ? "dark" : "light");
    root.dataset.theme = now === "dark" ? "light" : "dark";
    try { localStorage.setItem("theme", root.dataset.theme); } catch (e) { /* a page opened from disk may not store */ }
  });

  const menu = document.querySelector(".menu-button");
  menu.hidden = false;
  root.classList.add("js");
  menu.addEventListener("click", () => {
    const open = menu.getAttribute("aria-expanded") !== "true";
    menu.setAttribute("aria-expanded", String(open));
    root.classList.toggle("menu-open", open);
  });
  document.addEventListener("click", (event) => {
    document.querySelectorAll("details.submenu[open]").forEach((d) => { if (!d.contains(event.target)) d.open = false; });
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    if (root.classList.contains("menu-open")) { menu.click(); menu.focus(); }
    document.querySelectorAll("details.submenu[open]").forEach((d) => { d.open = false; d.firstElementChild.focus(); });
  });

  // The search loads its texts when it is first opened; "/" opens it too.
  const dialog = document.querySelector(".search-dialog"), search = document.querySelector(".search-button");
  const load = (name) => new Promise((done, failed) => {
    const script = document.createElement("script");
    Object.assign(script, { src: `${dialog.dataset.root}search/${name}`, onload: done, onerror: failed });
    document.head.append(script);
  });
  let loaded;
  const open = () => {
    dialog.showModal();
    loaded ??= Promise.all([load("minisearch.min.js"), load(`docs.${root.lang}.js`)]).then(() => load("search.js"));
  };
  search.hidden = false;
  search.addEventListener("click", open);
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || dialog.open || event.target.closest("input, textarea, select")) return;
    event.preventDefault();
    open();
  });

  // Headings and captions show their own address.
  document.querySelectorAll(".text :is(h2, h3, h4)[id], .text figure[id] > figcaption").forEach((place) => {
    const link = document.createElement("a");
    Object.assign(link, { className: "anchor", href: `#${place.id || place.parentNode.id}`, textContent: "#" });
    link.setAttribute("aria-label", `${dialog.dataset.place}: ${place.textContent.trim().slice(0, 60)}`);
    place.append(" ", link);
  });

  // Long tables are folded, with one field to go through their rows; an address inside a table unfolds it.
  const long = [...document.querySelectorAll(".text .table-wrap")].filter((wrap) => wrap.querySelectorAll("tr").length > 30);
  const folds = long.map((wrap) => {
    const fold = document.createElement("details"), summary = document.createElement("summary");
    fold.className = "long";
    summary.textContent = dialog.dataset.rows.replace("%s", wrap.querySelectorAll("tbody tr").length);
    wrap.before(fold);
    fold.append(summary, wrap);
    return fold;
  });
  const unfold = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    folds.forEach((fold) => { if (target && fold.contains(target)) { fold.open = true; target.scrollIntoView(); } });
  };
  if (long.length) {
    const label = document.createElement("label"), field = document.createElement("input");
    label.className = "row-filter";
    field.type = "search";
    label.append(dialog.dataset.filter, field);
    folds[0].before(label);
    field.addEventListener("input", () => folds.forEach((fold) => {
      const sought = field.value.trim().toLowerCase();
      let found = 0;
      fold.querySelectorAll("tbody tr").forEach((row) => {
        row.hidden = !row.textContent.toLowerCase().includes(sought);
        found += !row.hidden;
      });
      fold.open = sought && found;
      fold.firstChild.textContent = dialog.dataset.rows.replace("%s", found);
    }));
    addEventListener("hashchange", unfold);
    unfold();
  }

  const toc = document.querySelector("details.toc");
  const wide = matchMedia("(min-width: 70rem)");
  const fold = () => { if (toc) toc.open = wide.matches; };
  fold();
  wide.addEventListener("change", fold);

  // The entry of the section in view is marked in the contents list.
  if (toc && "IntersectionObserver" in window) {
    const links = new Map([...toc.querySelectorAll("a")].map((a) => [decodeURIComponent(a.hash.slice(1)), a]));
    const seen = new IntersectionObserver((entries) => {
      entries.filter((e) => e.isIntersecting).forEach((e) => {
        links.forEach((a) => a.removeAttribute("aria-current"));
        links.get(e.target.id)?.setAttribute("aria-current", "true");
      });
    }, { rootMargin: "-10% 0px -75% 0px" });
    links.forEach((_, id) => { const target = document.getElementById(id); if (target) seen.observe(target); });
  }
})();
