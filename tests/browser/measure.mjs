// Measures SVG files as a browser draws them: which texts overlap, what leaves the picture, and how
// small the smallest text is when the picture fills an A4 page (277 x 190 mm inside its margins).
//
//   NODE_PATH=<folder with playwright-core> node tests/browser/measure.mjs a.svg b.svg
//
// Prints one line of JSON a file. Ends with 1 if something overlaps, leaves the picture or is
// smaller than 8 points, and with 77 if there is no browser to ask. CHROMIUM names another browser
// than /usr/bin/chromium; SCREENSHOTS a folder for what the browser shows.

import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join } from "node:path";

const browserPath = process.env.CHROMIUM ?? "/usr/bin/chromium";
const smallestAllowed = 8;

function findChromium() {
  try {
    return createRequire(import.meta.url)("playwright-core").chromium;
  } catch {
    return null;
  }
}

// Runs in the page. Boxes shrink by half a unit: fonts overhang their boxes by less than that.
function measure() {
  const svg = document.querySelector("svg");
  const view = svg.viewBox.baseVal;
  const slack = 0.5;
  const box = (element) => {
    const b = element.getBBox();
    return { left: b.x, top: b.y, right: b.x + b.width, bottom: b.y + b.height };
  };
  const overlap = (a, b) =>
    a.left + slack < b.right - slack && b.left + slack < a.right - slack &&
    a.top + slack < b.bottom - slack && b.top + slack < a.bottom - slack;
  const outside = (b) =>
    b.left < view.x - slack || b.top < view.y - slack ||
    b.right > view.x + view.width + slack || b.bottom > view.y + view.height + slack;

  const texts = [...svg.querySelectorAll("text")].map((element) => ({
    text: element.textContent,
    group: element.parentNode,
    box: box(element),
    size: parseFloat(getComputedStyle(element).fontSize),
  }));
  const symbols = [...svg.querySelectorAll("g.node > ellipse, g.node > polygon, g.node > rect")]
    .filter((element) => !element.hasAttribute("fill-opacity"))
    .map((element) => ({ group: element.parentNode, box: box(element) }));
  const drawn = [...svg.querySelectorAll("text, ellipse, polygon, path, rect")];

  const overlaps = [];
  texts.forEach((a, i) => {
    texts.slice(i + 1).forEach((b) => {
      if (overlap(a.box, b.box)) overlaps.push([a.text, b.text]);
    });
    symbols.forEach((s) => {
      if (s.group !== a.group && overlap(a.box, s.box)) overlaps.push([a.text, "a symbol"]);
    });
  });
  const pageWidth = (277 / 25.4) * 72;
  const pageHeight = (190 / 25.4) * 72;
  const scale = Math.min(pageWidth / view.width, pageHeight / view.height);
  const smallest = Math.min(...texts.map((t) => t.size));
  return {
    texts: texts.length,
    overlaps,
    outside: drawn.filter((element) => outside(box(element)))
      .map((element) => element.textContent || element.tagName),
    smallest_pt: texts.length === 0 ? null : Number((smallest * scale).toFixed(3)),
  };
}

const chromium = findChromium();
if (chromium === null || !existsSync(browserPath)) {
  console.error("no playwright-core (see NODE_PATH) or no browser at " + browserPath);
  process.exit(77);
}
const browser = await chromium.launch({
  executablePath: browserPath,
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
let faults = 0;
try {
  for (const file of process.argv.slice(2)) {
    const page = await browser.newPage({ deviceScaleFactor: 1.5 });
    const requests = [];
    page.on("request", (request) => requests.push(request.url()));
    await page.setContent("<!doctype html><meta charset=utf-8><body style='margin:0'>" +
      readFileSync(file, "utf8"));
    const result = { file: basename(file), ...(await page.evaluate(measure)), requests };
    console.log(JSON.stringify(result));
    if (result.overlaps.length > 0 || result.outside.length > 0 || requests.length > 0 ||
        (result.smallest_pt !== null && result.smallest_pt < smallestAllowed)) faults += 1;
    if (process.env.SCREENSHOTS)
      await page.locator("svg").screenshot({
        path: join(process.env.SCREENSHOTS, basename(file) + ".png"),
      });
    await page.close();
  }
} finally {
  await browser.close();
}
process.exit(faults > 0 ? 1 : 0);
