import { expect, test, vi } from "vitest";
import { loadPage } from "./load-page";

test("a page that is read again is not parsed again; another page is another document", () => {
  const html = "<p>Música & más</p>";
  const page = loadPage(html);
  expect(loadPage(`<p>Música & más</p>`)).toBe(page);
  expect(loadPage("<p>otra</p>")("p").text()).toBe("otra");
  expect(loadPage(html)).not.toBe(page);
});

test("markup keeps its letters, and rows outside a table stay rows", () => {
  expect(loadPage("<div><b>Ñandú – 5 €</b></div>")("div").html()).toBe("<b>Ñandú – 5 €</b>");
  expect(loadPage("<tr><td>uno</td></tr>")("tr > td").text()).toBe("uno");
});

const rows = (count: number) =>
  `<main>${Array.from({ length: count }, (_, at) => `<p class="${at % 3 === 0 ? "a" : "b"}" data-x="1,2">${at}<i>x</i></p>`).join("")}</main>`;

test.each([
  ["p", 300],
  [".a, .b i", 300],
  ["p.a ~ p.b:not(.a)", 200],
  ["> p.a", 100],
  [":scope > .b", 200],
  ["main i", 300],
  ["p:first-child", 1],
  ["p:first", 1],
  ["[data-x='1,2'] i", 300],
  ["main", 0],
  [".nothing", 0],
])("%s finds the same below an element with few children and with many", (selector, found) => {
  const texts = (count: number) => {
    const page = loadPage(rows(count));
    const nodes = page("main").find(selector).toArray();
    return nodes.map((node) => page(node).text());
  };
  const [few, many] = [texts(60), texts(300)];
  expect(many).toHaveLength(found);
  expect(many.slice(0, few.length)).toEqual(few);
  expect(few).toHaveLength(found > 1 ? found / 5 : found);
});

test("a search below thousands of elements in a row does not compare each with all the others", () => {
  const main = loadPage(rows(4_000))("main");
  const includes = Array.prototype.includes;
  let compared = 0;
  const counted = vi.spyOn(Array.prototype, "includes").mockImplementation(function (this: unknown[], one) {
    compared += this.length;
    return includes.call(this, one);
  });
  const found = main.find(".a i");
  counted.mockRestore();
  expect(found.length).toBe(1_334);
  expect(compared).toBeLessThan(40_000);
});
