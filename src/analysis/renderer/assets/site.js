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
    document.querySelectorAll("details.submenu[open]").forEach((d) => { d.open = false; d.firstElementChild.focus(); });
  });

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
