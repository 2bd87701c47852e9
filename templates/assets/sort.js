// Makes tables of class "sortable" sortable by their columns. Without it they stay grouped as they are.
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
}
