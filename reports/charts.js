// Under a pointer a chart becomes its own document, whose marks say their figures and lead to the pages of these.
if (matchMedia("(hover: hover)").matches) document.querySelectorAll('figure img[src$=".svg"]').forEach((img) => {
  img.addEventListener("pointerenter", () => {
    const chart = Object.assign(document.createElement("object"), { data: img.src, type: "image/svg+xml" });
    chart.setAttribute("role", "img");
    chart.setAttribute("aria-label", img.alt);
    chart.style.cssText = `aspect-ratio: ${img.width} / ${img.height}; background: url("${img.src}") 0 0 / 100% 100%`;
    chart.addEventListener("load", () => { chart.style.background = "none"; });
    img.replaceWith(chart);
  }, { once: true });
});
// What scrolls is reached by keyboard, and shows that more follows: a scrollbar below the source line was seen by nobody.
document.querySelectorAll(".enlarge, .table-wrap, .quarto-figure > figure > div, :is(.output, .cell-output-display) p:has(> img)").forEach((box) => {
  const look = () => {
    const rest = box.scrollWidth - box.clientWidth;
    box.classList.toggle("scrolls", rest > 8);
    box.classList.toggle("more", rest - box.scrollLeft > 8);
    if (rest > 8 && !box.matches("a, [tabindex]")) box.tabIndex = 0;
  };
  box.addEventListener("scroll", look, { passive: true });
  new ResizeObserver(look).observe(box);
  box.querySelector("img")?.addEventListener("load", look);
});
