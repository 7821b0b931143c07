// A dropped file is judged first; it is sent again when its sender accepts. Nothing of it stays in between but what is on the screen.
(() => {
  "use strict";

  const field = document.getElementById("drop");
  const judged = document.getElementById("judged");
  if (!field || !judged) return;
  const input = document.getElementById("file");
  const source = document.getElementById("source");
  const spoken = judged.querySelector("[data-texts]");
  const texts = spoken.dataset;
  const slot = (name) => judged.querySelector(`[data-slot="${name}"]`);
  const unknown = ["urn:seizureintel:no_source", "urn:seizureintel:aggregates"];
  const number = new Intl.NumberFormat("en");
  let chosen = null;
  // A format that nobody has accepted yet, by which the file was judged.
  let proposed = null;

  const words = (code) => spoken.content.querySelector(`[data-issue="${CSS.escape(code)}"]`)?.textContent ?? code;

  function send(file, isDryRun) {
    const query = new URLSearchParams({ file_name: file.name, dry_run: String(isDryRun) });
    const format = isDryRun && proposed ? proposed : source.value;
    if (format) query.set("source", format);
    const request = new XMLHttpRequest();
    request.open("POST", `/api/v1/submissions?${query}`);
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.upload.onprogress = (event) => {
      if (event.lengthComputable && event.loaded < event.total) slot("progress").value = event.loaded / event.total;
      else slot("progress").removeAttribute("value");
    };
    return new Promise((resolve) => {
      request.onloadend = () => {
        let answer = null;
        try {
          answer = JSON.parse(request.responseText);
        } catch {
          answer = null;
        }
        resolve({ isDone: request.status >= 200 && request.status < 300 && answer !== null, answer });
      };
      request.send(file);
    });
  }

  function fill(section, rows, cells) {
    slot(section).hidden = rows.length === 0;
    slot(section).querySelector("tbody").replaceChildren(
      ...rows.map((row) => {
        const line = document.createElement("tr");
        for (const [text, isNumber] of cells(row)) {
          const cell = line.insertCell();
          cell.textContent = text;
          if (isNumber) cell.className = "n";
        }
        return line;
      }),
    );
  }

  function begin(title) {
    judged.hidden = false;
    slot("file").textContent = title;
    slot("problem").hidden = true;
    slot("progress").hidden = false;
    judged.querySelectorAll("button").forEach((button) => (button.disabled = true));
  }

  function end() {
    slot("progress").hidden = true;
    judged.querySelectorAll("button").forEach((button) => (button.disabled = false));
  }

  function refuse(problem) {
    slot("problem").hidden = false;
    slot("title").textContent = problem?.title ?? texts.lost;
    slot("detail").textContent = problem?.detail ?? "";
  }

  async function check(file, format = null) {
    [chosen, proposed] = [file, format];
    slot("report").hidden = true;
    begin(`${texts.checking} ${file.name}`);
    const { isDone, answer } = await send(file, true);
    end();
    slot("file").textContent = file.name;
    if (!isDone && format === null && !source.value && unknown.includes(answer?.type)) {
      judged.hidden = true;
      document.dispatchEvent(new CustomEvent("unknown-shape", { detail: file }));
      return;
    }
    if (format === null) document.dispatchEvent(new CustomEvent("known-shape"));
    if (!isDone) return refuse(answer);
    slot("report").hidden = false;
    slot("verdict").textContent = answer.status === "already_received" ? texts.already : answer.rows_rejected === 0 ? texts.fits : "";
    const mayTake = format === null || judged.dataset.mayAccept !== "";
    judged.querySelector("[data-accept]").hidden = !mayTake || answer.status === "already_received" || answer.rows_accepted === 0;
    slot("source_name").textContent = answer.source;
    for (const name of ["rows_read", "rows_accepted", "rows_rejected", "seizures", "values_masked"]) slot(name).textContent = number.format(answer[name]);
    fill("refused", answer.refused_rows ?? [], (row) => [[row.row, true], [row.field], [row.reason]]);
    fill("doubts", answer.issues, (issue) => [[words(issue.code)], [issue.field], [number.format(issue.count), true], [issue.example_row, true]]);
    judged.scrollIntoView({ block: "nearest" });
    judged.querySelector("[data-accept]").focus();
  }

  async function accept() {
    begin(`${texts.sending} ${chosen.name}`);
    if (proposed) {
      const response = await fetch(`/api/v1/sources/${encodeURIComponent(proposed)}/acceptance`, { method: "POST" });
      if (!response.ok) {
        end();
        return refuse(await response.json().catch(() => null));
      }
    }
    const { isDone, answer } = await send(chosen, false);
    end();
    slot("file").textContent = chosen.name;
    if (isDone) location.assign(`/submissions/${encodeURIComponent(answer.id)}`);
    else refuse(answer);
  }

  document.addEventListener("judge", (event) => check(event.detail.file, event.detail.format));
  input.addEventListener("change", () => input.files[0] && check(input.files[0]));
  source.addEventListener("change", () => chosen && check(chosen));
  judged.querySelector("[data-accept]").addEventListener("click", accept);
  judged.querySelector("[data-cancel]").addEventListener("click", () => {
    chosen = null;
    input.value = "";
    judged.hidden = true;
  });
  for (const name of ["dragenter", "dragover"])
    field.addEventListener(name, (event) => {
      event.preventDefault();
      field.classList.add("over");
    });
  for (const name of ["dragleave", "drop"]) field.addEventListener(name, () => field.classList.remove("over"));
  field.addEventListener("drop", (event) => {
    event.preventDefault();
    if (event.dataTransfer.files[0]) check(event.dataTransfer.files[0]);
  });
})();
