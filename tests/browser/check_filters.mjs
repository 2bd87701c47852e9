// Uses the fields above the comparison table as a reader would and checks which rows are left; exit status 1 if a wrong one is.
//   CHROMIUM=/usr/bin/chromium node check_filters.mjs FOLDER_OF_A_REPORT
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const wrong = [];
const expect = (what, found, wanted) => {
  if (JSON.stringify(found) !== JSON.stringify(wanted)) wrong.push(`${what}: ${JSON.stringify(found)}, not ${JSON.stringify(wanted)}`);
};

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, timeout: 0, args: ["--disable-gpu"] });
try {
  const url = pathToFileURL(resolve(process.argv[2], "en/compare.html")).href;
  const page = await browser.newPage();
  await page.goto(url);
  const names = () => page.$$eval("table.sortable tbody tr:not(.grp)", (rows) =>
    rows.filter((row) => row.checkVisibility()).map((row) => row.cells[0].textContent.trim()));
  const all = await names();
  expect("more than one function", all.length > 1, true);

  await page.fill("[data-find]", "heaviside"); // another name of the binary step
  expect("found by another name", await names(), ["Binary step"]);
  expect("the count", await page.textContent("[data-shown]"), `1 / ${all.length}`);
  await page.click("button[type=reset]");
  await page.waitForFunction((count) => document.querySelector("[data-shown]").textContent === `${count} / ${count}`, all.length);
  expect("all again", await names(), all);

  await page.selectOption("[data-trait]:has(option[value=rising])", "rising");
  await page.selectOption("[data-trait]:has(option[value=bounded])", "bounded");
  await page.check("[data-trait][value=odd]");
  const odd = await names();
  expect("bounded, rising and odd", ["Tanh", "Softsign", "Erf"].every((name) => odd.includes(name)), true);
  expect("not bounded, rising and odd", ["Sigmoid", "ReLU", "Sine", "Hard tanh", "Identity"].some((name) => odd.includes(name)), false);
  expect("families without a row are hidden", await page.isVisible("text=Rectifiers >> visible=true"), false);

  await page.click("th button:has-text('Function')");
  expect("sorting keeps the choice", (await names()).toSorted(), odd.toSorted());

  const plain = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await plain.goto(url);
  expect("without a script the fields do not show", await plain.isVisible("form.filters"), false);
  expect("without a script all rows show", await plain.isVisible("text=Binary step"), true);
} finally {
  await browser.close();
}
for (const line of wrong) console.log(line);
process.exitCode = wrong.length === 0 ? 0 : 1;
