// Completes what is typed into a box: offers stand below it, are chosen by arrow keys and Enter or by pointer, and closed by Escape.
(() => {
  "use strict";

  const wait = 150;
  let timer = 0;
  let asked = 0;
  let offers = null;

  function close() {
    offers?.list.remove();
    offers?.box.removeAttribute("aria-activedescendant");
    offers?.box.setAttribute("aria-expanded", "false");
    offers = null;
  }

  function choose(at) {
    const { box, items } = offers;
    const text = items[at].text;
    close();
    box.value = text;
    box.focus();
    if (text.endsWith(":")) ask(box);
  }

  function mark(at) {
    offers.at = at;
    [...offers.list.children].forEach((item, i) => item.setAttribute("aria-selected", String(i === at)));
    if (at >= 0) offers.box.setAttribute("aria-activedescendant", offers.list.children[at].id);
    else offers.box.removeAttribute("aria-activedescendant");
  }

  function show(box, items) {
    close();
    if (items.length === 0) return;
    const list = document.createElement("ul");
    list.className = "offers";
    list.id = "offers";
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", box.labels?.[0]?.textContent ?? "");
    items.forEach((item, i) => {
      const line = document.createElement("li");
      line.id = `offer-${i}`;
      line.setAttribute("role", "option");
      const field = item.value === null ? "" : item.field_label;
      for (const [name, text] of [["what", item.label], ["field", field], ["n", item.seizures?.toLocaleString("en") ?? "…"]]) {
        const part = document.createElement("span");
        part.className = name;
        part.textContent = text;
        line.append(part);
      }
      line.addEventListener("pointerdown", (event) => {
        event.preventDefault();
        choose(i);
      });
      list.append(line);
    });
    box.after(list);
    box.setAttribute("aria-expanded", "true");
    offers = { box, list, items, at: -1 };
  }

  async function ask(box) {
    const mine = ++asked;
    const address = new URL(box.dataset.completes, location.href);
    address.searchParams.set("text", box.value);
    try {
      const answer = await fetch(address);
      if (!answer.ok || mine !== asked || document.activeElement !== box) return;
      show(box, (await answer.json()).offers);
    } catch {
      close();
    }
  }

  document.addEventListener("focusin", (event) => {
    if (!event.target.matches("[data-completes]")) return;
    for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-controls", "offers"], ["aria-expanded", "false"]]) {
      event.target.setAttribute(name, value);
    }
  });
  document.addEventListener("focusout", (event) => {
    if (offers && event.target === offers.box) close();
  });
  document.addEventListener("input", (event) => {
    if (!event.target.matches("[data-completes]")) return;
    clearTimeout(timer);
    timer = setTimeout(ask, wait, event.target);
  });
  document.addEventListener("keydown", (event) => {
    if (!offers || event.target !== offers.box) return;
    const last = offers.items.length - 1;
    if (event.key === "ArrowDown") mark(offers.at === last ? 0 : offers.at + 1);
    else if (event.key === "ArrowUp") mark(offers.at <= 0 ? last : offers.at - 1);
    else if (event.key === "Enter" && offers.at >= 0) choose(offers.at);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }, true);
  document.addEventListener("submit", () => {
    asked++;
    close();
  }, true);
})();
