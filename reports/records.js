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
