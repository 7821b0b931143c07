// What every page does beyond its links and forms; each of them works without this.
(() => {
  "use strict";

  const root = document.documentElement;
  root.classList.add("js");
  const themes = ["auto", "light", "dark"];
  const find = (what) => document.querySelector(what);

  // A page shows its own parts anew; another page, a file or a document is gone to.
  document.addEventListener("htmx:configRequest", (event) => {
    const wanted = new URL(event.detail.path, location.href);
    if (wanted.pathname === location.pathname) return;
    event.preventDefault();
    location.assign(wanted);
  });

  // Empty fields of the scope would only make the address longer.
  document.addEventListener("htmx:configRequest", (event) => {
    const sent = event.detail.formData;
    if (event.detail.verb !== "get" || !sent) return;
    for (const name of [...sent.keys()]) {
      const kept = sent.getAll(name).filter((value) => value !== "");
      sent.delete(name);
      kept.forEach((value) => sent.append(name, value));
    }
  });

  // An answer that says what was not understood is shown like any other.
  document.addEventListener("htmx:beforeSwap", (event) => {
    if (event.detail.xhr.status >= 400 && event.detail.xhr.status < 500) event.detail.shouldSwap = true;
  });

  // A file is read into the field that is sent; the browser sends no file.
  document.addEventListener("change", async (event) => {
    const [file] = event.target.matches("[data-reads]") ? event.target.files : [];
    if (file) find(event.target.dataset.reads).value = await file.text();
  });

  document.addEventListener("change", (event) => {
    if (event.target.matches("[data-submits]")) event.target.form.requestSubmit();
  });

  document.addEventListener("input", (event) => {
    if (!event.target.matches("[data-finds]")) return;
    const wanted = event.target.value.trim().toLocaleLowerCase();
    for (const item of event.target.parentElement.querySelectorAll("li")) item.hidden = !item.textContent.toLocaleLowerCase().includes(wanted);
  });

  document.addEventListener("click", (event) => {
    const menu = find("details.who[open]");
    if (menu && !menu.contains(event.target)) menu.open = false;
    if (event.target.closest("[data-help]")) find("#keys").showModal();
    const copies = event.target.closest("[data-copies]");
    if (copies) {
      const copied = () => {
        const before = copies.textContent;
        copies.textContent = copies.dataset.copies;
        setTimeout(() => (copies.textContent = before), 1500);
      };
      navigator.clipboard?.writeText(location.href).then(copied, () => prompt("", location.href));
      if (!navigator.clipboard) prompt("", location.href);
    }
    if (event.target.closest("[data-theme-next]")) {
      const now = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
      const shown = root.dataset.theme === "auto" ? now : root.dataset.theme;
      const next = shown === "dark" ? "light" : "dark";
      root.dataset.theme = themes.includes(next) ? next : "auto";
      document.cookie = `theme=${next}; path=/; max-age=31536000; samesite=lax`;
      document.dispatchEvent(new Event("theme"));
    }
  });

  // Brushing the histogram asks for the period under the brush.
  let brush = null;
  const steps = (figure) => [...figure.querySelectorAll("a[data-from]")];
  const at = (figure, x) => steps(figure).find((step) => {
    const box = step.querySelector(".area").getBoundingClientRect();
    return x >= box.left && x <= box.right;
  });
  document.addEventListener("pointerdown", (event) => {
    const figure = event.target.closest?.("[data-brush]");
    const first = figure && event.button === 0 && at(figure, event.clientX);
    if (first) brush = { figure, first, last: first };
  });
  document.addEventListener("pointermove", (event) => {
    if (!brush) return;
    brush.last = at(brush.figure, event.clientX) ?? brush.last;
    const shade = brush.figure.querySelector(".brush");
    const boxes = [brush.first, brush.last].map((step) => step.querySelector(".area"));
    const left = Math.min(...boxes.map((box) => box.x.baseVal.value));
    const right = Math.max(...boxes.map((box) => box.x.baseVal.value + box.width.baseVal.value));
    shade.setAttribute("x", left);
    shade.setAttribute("width", brush.first === brush.last ? 0 : right - left);
  });
  document.addEventListener("pointerup", () => {
    const done = brush;
    brush = null;
    if (!done || done.first === done.last) return;
    const ends = [done.first, done.last].sort((a, b) => (a.dataset.from < b.dataset.from ? -1 : 1));
    find("#from").value = ends[0].dataset.from;
    find("#to").value = ends[1].dataset.to;
    find("#scope-form").requestSubmit();
  });
  document.addEventListener("dragstart", (event) => {
    if (event.target.closest?.("[data-brush]")) event.preventDefault();
  });

  const rows = () => [...document.querySelectorAll("[data-row] a.row")];
  const step = (by) => {
    const all = rows();
    const here = all.indexOf(document.activeElement);
    all[Math.min(Math.max(here + by, 0), all.length - 1)]?.focus();
  };
  const follow = (what) => find(what)?.click();
  const ofFacet = (what) => document.activeElement?.closest(".facet li")?.querySelector(what)?.click();

  const keys = {
    "/": () => (find("#text") ?? find("#condition"))?.focus(),
    "?": () => find("#keys").showModal(),
    "[": () => follow("#earlier"),
    "]": () => follow("#later"),
    j: () => step(1),
    k: () => step(-1),
    x: () => ofFacet(".out"),
    m: () => document.activeElement?.closest(".facet")?.querySelector(".missing a.value")?.click(),
    e: () => find(".export a")?.focus(),
    Escape: () => {
      const menu = find("details.who[open]");
      if (!menu) return follow(".beside .close");
      menu.open = false;
      menu.querySelector("summary").focus();
    },
  };

  let afterG = 0;
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || find("dialog[open]")) return;
    if (event.target.matches("input, select, textarea, [contenteditable]")) {
      if (event.key === "Escape") event.target.blur();
      return;
    }
    if (Date.now() - afterG < 1500 && /^[a-z]$/.test(event.key)) {
      afterG = 0;
      event.preventDefault();
      follow(`#nav a[data-key="${event.key}"]`);
    } else if (event.key === "g") afterG = Date.now();
    else if (keys[event.key]) {
      event.preventDefault();
      keys[event.key]();
    }
  });
})();
