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
// What scrolls is reached by keyboard.
document.querySelectorAll(".quarto-figure > figure > div").forEach((box) => {
  if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
});
