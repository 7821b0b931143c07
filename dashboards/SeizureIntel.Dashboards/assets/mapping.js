// What is understood of a file of unknown shape, and how people change it. The file is sent again at each step; nothing of it is kept in between but
// the format.
(() => {
  "use strict";

  const panel = document.getElementById("mapping");
  if (!panel) return;
  const spoken = panel.querySelector("[data-texts]");
  const texts = spoken.dataset;
  const slot = (name) => panel.querySelector(`[data-slot="${name}"]`);
  const button = (name) => panel.querySelector(`[data-${name}]`);
  const columns = panel.querySelector(".mapping-columns");
  const mayAccept = panel.dataset.mayAccept !== "";
  const number = new Intl.NumberFormat("en");
  const takenFrom = 0.7;
  const lists = new Map();
  let file = null;
  let name = null;

  async function ask(method, address, body, type) {
    const headers = type ? { "Content-Type": type } : {};
    try {
      const response = await fetch(`/api/v1${address}`, { method, headers, body });
      const text = await response.text();
      return { isDone: response.ok, answer: text ? JSON.parse(text) : null };
    } catch {
      return { isDone: false, answer: null };
    }
  }

  const suggest = (more) =>
    ask("POST", `/submissions/suggestion?${new URLSearchParams({ file_name: file.name, ...more })}`, file, "application/octet-stream");

  function begin(title) {
    panel.hidden = false;
    slot("format").textContent = title;
    slot("problem").hidden = true;
    slot("progress").hidden = false;
    slot("progress").removeAttribute("value");
    panel.querySelectorAll("button").forEach((one) => (one.disabled = true));
  }

  function end(title) {
    slot("progress").hidden = true;
    slot("format").textContent = title;
    panel.querySelectorAll("button").forEach((one) => (one.disabled = false));
  }

  function refuse(problem) {
    slot("problem").hidden = false;
    slot("title").textContent = problem?.title ?? texts.lost;
    slot("detail").textContent = problem?.detail ?? "";
    return false;
  }

  function make(tag, text, className) {
    const made = document.createElement(tag);
    if (text !== undefined) made.textContent = text;
    if (className) made.className = className;
    return made;
  }

  // The codes of a field are asked for once, and offered while one types.
  async function offer(input) {
    const field = input.dataset.codes;
    if (lists.has(field)) return;
    lists.set(field, true);
    const { isDone, answer } = await ask("GET", `/codes/${encodeURIComponent(field)}`);
    if (!isDone) return;
    const list = make("datalist");
    list.id = `codes-${field}`;
    for (const code of answer) {
      const option = make("option", code.label);
      option.value = code.code;
      list.append(option);
    }
    panel.append(list);
  }

  function coded(input, field) {
    input.dataset.codes = field;
    input.setAttribute("list", `codes-${field}`);
  }

  function fieldChoice(column) {
    const choice = panel.querySelector("[data-fields]").content.firstElementChild.cloneNode(true);
    choice.value = column.field ?? "";
    choice.setAttribute("aria-label", column.column);
    choice.dataset.column = column.column;
    choice.dataset.also = column.also ?? "";
    choice.dataset.was = column.field ?? "";
    return choice;
  }

  function formatChoice(column) {
    const choice = panel.querySelector("[data-formats]").content.firstElementChild.cloneNode(true);
    const now = column.formats[0] ?? "";
    if (now && ![...choice.options].some((option) => option.value === now)) choice.append(make("option", now));
    choice.value = now;
    choice.dataset.was = now;
    choice.classList.add("date-format");
    return choice;
  }

  function row(column, isOpen) {
    const line = make("tr");
    line.append(make("th", column.column));
    line.firstChild.scope = "row";
    const field = line.insertCell();
    if (isOpen) {
      field.append(fieldChoice(column));
      if (column.also) field.append(make("span", `+ ${column.also}`, "note also"));
      if (column.field === "seizure_date" || column.field === "reported_date") field.append(formatChoice(column));
    } else field.textContent = column.field ?? "";
    const sure = line.insertCell();
    sure.textContent = `${Math.round(column.confidence * 100)} %`;
    sure.className = "n";
    line.insertCell().textContent = column.reason;
    line.cells[3].className = "says";
    line.insertCell().textContent = column.samples.join(" · ");
    return line;
  }

  // A column whose name looks like a person's is in no draft, so there is nothing to choose for it.
  function fillColumns(found) {
    const described = new Set(found.source?.columns.flatMap((column) => column.names) ?? []);
    columns.querySelectorAll("tbody").forEach((body) => body.remove());
    for (const title of spoken.content.querySelectorAll("[data-state]")) {
      const of = found.columns.filter((column) => column.state === title.dataset.state);
      if (of.length === 0) continue;
      const body = make("tbody");
      const head = body.insertRow();
      const cell = make("th", `${title.textContent} (${of.length})`);
      cell.colSpan = 5;
      cell.scope = "rowgroup";
      head.className = `group ${title.dataset.state}`;
      head.append(cell);
      body.append(...of.map((column) => row(column, described.has(column.column))));
      columns.append(body);
    }
  }

  function fillLookUps(found) {
    slot("look_ups").hidden = found.look_ups.length === 0;
    slot("look_ups").querySelector("tbody").replaceChildren(
      ...found.look_ups.map((value) => {
        const line = make("tr");
        line.insertCell().textContent = value.column;
        line.insertCell().textContent = value.value;
        line.insertCell().textContent = number.format(value.rows);
        line.cells[2].className = "n";
        const input = make("input");
        coded(input, value.field);
        input.type = "text";
        input.autocomplete = "off";
        input.setAttribute("aria-label", value.value);
        if (value.code && value.confidence >= takenFrom) input.value = value.code;
        else if (value.code) input.placeholder = `${value.code}?`;
        Object.assign(input.dataset, { column: value.column, value: value.value });
        line.insertCell().append(input);
        return line;
      }),
    );
  }

  function show(found) {
    const isOpen = found.source !== null;
    name = found.name;
    slot("understood").hidden = false;
    slot("message").textContent = found.message;
    slot("notes").replaceChildren(...found.notes.map((note) => make("li", note)));
    const readAs = Object.entries(found.read_as).map(([key, value]) => `${key}: ${value === "\t" ? "tab" : value}`);
    slot("read_as").textContent = [`${texts.rows}: ${number.format(found.rows)}`, ...readAs].join(" · ");
    fillColumns(found);
    slot("constants").hidden = !isOpen;
    for (const input of slot("constants").querySelectorAll("input")) {
      coded(input, input.name);
      input.value = found.constants[input.name] ?? "";
    }
    const own = slot("constants").querySelector('[name="reporting_country"]');
    const isStated = found.columns.some((column) => column.field === "reporting_country" || column.also === "reporting_country");
    if (!own.value && !isStated) own.value = panel.dataset.country;
    slot("constants").querySelector("select").value = String(found.source?.format.fiscal_year_start ?? 0);
    fillLookUps(found);
    button("try").hidden = !isOpen || file === null;
    button("save").hidden = !isOpen || file !== null;
    button("accept-format").hidden = !isOpen || file !== null || !mayAccept;
    button("forget").hidden = !isOpen || file !== null;
    slot("kept").textContent = !isOpen ? "" : mayAccept ? texts.saved : texts.proposing;
  }

  // What the page says now, as the API takes it.
  function edit() {
    const values = new Map();
    for (const input of slot("look_ups").querySelectorAll("input")) {
      const of = values.get(input.dataset.column) ?? {};
      of[input.dataset.value] = input.value.trim();
      values.set(input.dataset.column, of);
    }
    const said = new Map();
    for (const choice of columns.querySelectorAll("select[data-column]")) {
      if (said.has(choice.dataset.column)) continue;
      const isSame = choice.value === choice.dataset.was;
      const format = choice.parentElement.querySelector(".date-format");
      const of = { column: choice.dataset.column, field: choice.value || null, also: isSame ? choice.dataset.also || null : null };
      if (isSame && format && format.value !== format.dataset.was) of.formats = format.value ? [format.value] : [];
      if (isSame && values.has(of.column)) of.values = values.get(of.column);
      said.set(of.column, of);
    }
    const constants = {};
    for (const input of slot("constants").querySelectorAll("input")) if (input.value.trim()) constants[input.name] = input.value.trim();
    const fiscalYearStart = Number(slot("constants").querySelector("select").value);
    return JSON.stringify({ columns: [...said.values()], constants, fiscal_year_start: fiscalYearStart });
  }

  const at = () => `/sources/${encodeURIComponent(name)}`;

  async function save() {
    const { isDone, answer } = await ask("PUT", at(), edit(), "application/json");
    if (!isDone) return refuse(answer);
    show(answer.suggestion);
    return true;
  }

  // The format is kept, the file judged by it; the same panel then shows what the lists do not know of the columns as they are now.
  async function trial() {
    begin(texts.trying);
    const said = edit();
    const kept = await suggest({ propose: "true" });
    if (kept.isDone) name = kept.answer.name;
    const done = kept.isDone ? await ask("PUT", at(), said, "application/json") : kept;
    const found = done.isDone ? await suggest({ source: name }) : done;
    end(file.name);
    if (!found.isDone) return refuse(found.answer);
    show(found.answer);
    slot("kept").textContent = mayAccept ? texts.saved : texts.proposed;
    if (found.answer.verdict === "complete" && found.answer.missing.length === 0)
      document.dispatchEvent(new CustomEvent("judge", { detail: { file, format: name } }));
    else panel.scrollIntoView({ block: "start" });
  }

  async function during(title, what) {
    const before = slot("format").textContent;
    begin(title);
    const isDone = await what();
    end(before);
    return isDone;
  }

  panel.addEventListener("focusin", (event) => event.target.dataset?.codes && offer(event.target));
  button("try").addEventListener("click", trial);
  button("save").addEventListener("click", () => during(slot("format").textContent, save));
  button("accept-format").addEventListener("click", async () => {
    const isDone = await during(slot("format").textContent, async () => {
      if (!(await save())) return false;
      const { isDone: isAccepted, answer } = await ask("POST", `${at()}/acceptance`);
      return isAccepted || refuse(answer);
    });
    if (isDone) location.assign("/submissions");
  });
  button("forget").addEventListener("click", async () => {
    const isDone = await during(slot("format").textContent, async () => {
      const { isDone: isGone, answer } = await ask("DELETE", at());
      return isGone || refuse(answer);
    });
    if (isDone) location.assign("/submissions");
  });

  document.addEventListener("unknown-shape", async (event) => {
    file = event.detail;
    slot("understood").hidden = true;
    begin(`${texts.looking} ${file.name}`);
    const { isDone, answer } = await suggest({});
    end(file.name);
    if (!isDone) return refuse(answer);
    show(answer);
    panel.scrollIntoView({ block: "start" });
  });
  document.addEventListener("known-shape", () => (panel.hidden = true));

  const open = new URLSearchParams(location.search).get("format");
  if (open) {
    name = open;
    begin(open);
    ask("GET", at()).then(({ isDone, answer }) => {
      end(isDone ? answer.title : open);
      if (isDone) show(answer.suggestion);
      else refuse(answer);
    });
  }
})();
