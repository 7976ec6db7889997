import { expect, test } from "vitest";
import { cutDeepMarkup } from "./cut-deep-markup";

const many = 5000;
const isWhole = (html: string) => cutDeepMarkup(html) === html;

test("a page that nests deeper than any page does is cut where it does", () => {
  const html = `<html><body>${"<div>".repeat(many)}end`;
  expect(cutDeepMarkup(html)).toBe(`<html><body>${"<div>".repeat(998)}`);
  for (const deep of ["<b/>", "<li><p>", "<tbody><tr><td>", "<span title='a>b'>", "<svg><desc><i/></desc>", "<DIV\n>"])
    expect(isWhole(deep.repeat(many)), deep).toBe(false);
});

test("long pages are whole, however carelessly they close their elements", () => {
  for (const row of [
    "<div><span><a href='x'>one</div>",
    "<p>one<p>two",
    "<li>one",
    "<tr><td>one<td>two",
    "<option>one",
    "<dt>one<dd>two",
    "<br><img src=x><input>",
    "</div></span>",
    "a < b, 1 <2",
    "<!-- <div> -->",
    "<script>'<div>'</script>",
    "<svg><path/><g><path/></g></svg>",
  ])
    expect(isWhole(`<html><body><table><ul><select>${row.repeat(many)}`), row).toBe(true);
  expect(isWhole(`<svg>${"<path d='M0'/>".repeat(many)}</svg>`)).toBe(true);
});

test("what never ends is passed over in one go", () => {
  for (const open of ["<a ", "<!--", "<script>", "<title>", "<", "</", "<a<"])
    expect(isWhole(open.repeat(200_000))).toBe(true);
});
