// The pages of single records: the theme chosen elsewhere on the site, and buttons that copy a citation without a network.
(() => {
  try { const theme = localStorage.getItem("theme"); if (theme) document.documentElement.dataset.theme = theme; } catch (e) { /* a page opened from disk may not store */ }
  const copied = async (text) => {
    try { await navigator.clipboard.writeText(text); return true; } catch (e) { /* pages opened from disk may not use it */ }
    const area = Object.assign(document.createElement("textarea"), { value: text });
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    return done;
  };
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
  document.querySelectorAll("button.copy").forEach((button) => {
    const words = button.textContent;
    button.hidden = false;
    button.setAttribute("aria-live", "polite");
    button.addEventListener("click", async () => {
      if (await copied(button.previousElementSibling.textContent)) button.textContent = button.dataset.done;
      setTimeout(() => { button.textContent = words; }, 2000);
    });
  });
})();
