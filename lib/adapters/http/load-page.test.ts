import { expect, test } from "vitest";
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
