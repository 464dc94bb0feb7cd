// Full-text search: MiniSearch over the sections and rows of the pages of one language (docs.LANGUAGE.js).
// Words are letters and digits; Chinese text, which has no blanks, is cut into pairs of characters. A number is a word of
// its own, without the commas that part its thousands: 29431 and 36916家 once found nothing, as pages print 29,431.
(() => {
  "use strict";
  const dialog = document.querySelector(".search-dialog");
  const input = dialog.querySelector("input"), list = dialog.querySelector("ol"), status = dialog.querySelector("[role=status]");
  const root = dialog.dataset.root, MOST = 30, AROUND = 90;
  const WORD = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+(?:\.\p{N}+)*/gu, THOUSANDS = /(?<=\d),(?=\d{3}(?!\d))/g;
  const words = (text) => (text.normalize("NFKC").replace(THOUSANDS, "").toLowerCase().match(WORD) || []).flatMap((word) =>
    /\p{Script=Han}/u.test(word) && word.length > 1 ? Array.from({ length: word.length - 1 }, (_, i) => word.slice(i, i + 2)) : [word]);
  // Beside other words, a Chinese character that stands alone counts something: tables print the number without it.
  const sought = (text) => words(text).filter((word, _, all) => all.every((one) => one.length === 1) || !/^\p{Script=Han}$/u.test(word));
  const index = new MiniSearch({
    fields: ["title", "section", "text"], tokenize: words, processTerm: (term) => term,
    searchOptions: { combineWith: "AND", prefix: (term) => term.length > 2, boost: { title: 3, section: 2 }, tokenize: sought },
  });
  const docs = window.SEARCH.map(([address, title, section, text], id) => ({ id, address, title, section, text }));
  index.addAll(docs);
  const snippet = (text, terms) => {
    const low = text.toLowerCase(), printed = (term) => new RegExp([...term].map((sign) => sign.replace(/\W/u, "\\$&")).join(",?"));
    const at = terms.map((term) => low.search(printed(term))).find((place) => place >= 0) ?? 0;
    const start = Math.max(0, at - AROUND / 2);
    return (start ? "… " : "") + text.slice(start, start + 2 * AROUND) + (text.length > start + 2 * AROUND ? " …" : "");
  };
  const show = () => {
    const found = input.value.trim() ? index.search(input.value) : [];
    status.textContent = input.value.trim() ? status.dataset.found.replace("%s", found.length) : "";
    list.replaceChildren(...found.slice(0, MOST).map(({ id, terms }) => {
      const { address, title, section, text } = docs[id];
      const item = document.createElement("li"), link = document.createElement("a"), more = document.createElement("p");
      link.href = root + address;
      link.textContent = section && section !== title ? `${title} › ${section}` : title;
      link.addEventListener("click", () => dialog.close());
      more.textContent = snippet(text, terms);
      item.append(link, more);
      return item;
    }));
  };
  input.addEventListener("input", show);
  show();
})();
