// Makes tables of class "sortable" sortable by their columns, and lets the form before them choose rows. Without it they
// stay whole and grouped as they are.
"use strict";
for (const table of document.querySelectorAll("table.sortable")) {
  const headings = Array.from(table.tHead.rows[0].cells);
  const groups = Array.from(table.tBodies);
  const rows = groups.flatMap((group) => Array.from(group.rows).filter((row) => !row.classList.contains("grp")));
  const sorted = document.createElement("tbody");
  const status = document.querySelector("[data-sort-status]");

  const valueOf = (row, column) => row.cells[column].dataset.v ?? row.cells[column].textContent.trim();

  const compare = (kind, column, direction) => (one, other) => {
    const a = valueOf(one, column);
    const b = valueOf(other, column);
    if (kind !== "n") return direction * a.localeCompare(b, document.documentElement.lang);
    // What is not known comes last, whichever way the column is sorted.
    if (a === "" || b === "") return (a === "") - (b === "");
    return direction * (Number(a) - Number(b) || 0);
  };

  headings.forEach((heading, column) => {
    if (!heading.dataset.sort) return;
    const button = document.createElement("button");
    button.type = "button";
    button.append(...heading.childNodes);
    heading.append(button);
    button.addEventListener("click", () => {
      const direction = heading.getAttribute("aria-sort") === "ascending" ? -1 : 1;
      for (const other of headings) other.removeAttribute("aria-sort");
      heading.setAttribute("aria-sort", direction > 0 ? "ascending" : "descending");
      sorted.append(...rows.slice().sort(compare(heading.dataset.sort, column, direction)));
      for (const group of groups) group.remove();
      table.append(sorted);
      if (status) status.textContent = `${button.textContent} ${direction > 0 ? "↑" : "↓"}`;
    });
  });

  const form = document.querySelector("form.filters");
  if (!form) continue;
  const shown = form.querySelector("[data-shown]");
  const folded = (text) => text.toLowerCase().replaceAll(/[\s_-]/g, "");

  const choose = () => {
    const text = folded(form.querySelector("[data-find]").value);
    const wanted = Array.from(form.querySelectorAll("[data-trait]"))
      .filter((field) => field.type !== "checkbox" || field.checked)
      .map((field) => field.value)
      .filter((trait) => trait !== "");
    let count = 0;
    for (const row of rows) {
      const traits = row.dataset.traits.split(" ");
      const names = folded(`${row.cells[0].textContent} ${row.dataset.names}`);
      row.hidden = !names.includes(text) || !wanted.every((trait) => traits.includes(trait));
      if (!row.hidden) count += 1;
    }
    for (const group of groups) group.hidden = Array.from(group.rows).every((row) => row.hidden || row.matches(".grp"));
    shown.textContent = `${count} / ${shown.dataset.of}`;
  };

  form.hidden = false;
  form.addEventListener("input", choose);
  form.addEventListener("reset", () => setTimeout(choose));
  form.addEventListener("submit", (event) => event.preventDefault());
  choose();
}
