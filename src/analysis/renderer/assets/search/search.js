// Full-text search: MiniSearch over the sections and rows of the pages of one language (docs.LANGUAGE.js).
// Words are letters and digits; Chinese text, which has no blanks, is cut into pairs of characters.
(() => {
  "use strict";
  const dialog = document.querySelector(".search-dialog");
  const input = dialog.querySelector("input"), list = dialog.querySelector("ol"), status = dialog.querySelector("[role=status]");
  const root = dialog.dataset.root, MOST = 30, AROUND = 90;
  const words = (text) => (text.toLowerCase().match(/[\p{Script=Han}]+|[\p{L}\p{N}]+(?:[.,]\p{N}+)*/gu) || []).flatMap((word) =>
    /\p{Script=Han}/u.test(word) && word.length > 1 ? Array.from({ length: word.length - 1 }, (_, i) => word.slice(i, i + 2)) : [word]);
  const index = new MiniSearch({
    fields: ["title", "section", "text"], tokenize: words, processTerm: (term) => term,
    searchOptions: { combineWith: "AND", prefix: (term) => term.length > 2, boost: { title: 3, section: 2 } },
  });
  const docs = window.SEARCH.map(([address, title, section, text], id) => ({ id, address, title, section, text }));
  index.addAll(docs);
  const snippet = (text, terms) => {
    const low = text.toLowerCase(), at = terms.map((term) => low.indexOf(term)).find((place) => place >= 0) ?? 0;
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
