import { expect, test } from "vitest";
import { charsetOf, decodeBody } from "./decode-body";

const latin = (text: string) => new Uint8Array(Buffer.from(text, "latin1"));
const utf8 = (text: string) => new TextEncoder().encode(text);

test("a byte order mark outranks every declaration", () => {
  const bytes = new Uint8Array([0xff, 0xfe, 0x41, 0x00]);
  expect(decodeBody(bytes, "text/html; charset=utf-8")).toEqual({ text: "A", charset: "utf-16le" });
  expect(decodeBody(new Uint8Array([0xef, 0xbb, 0xbf, 0x41]), "text/html; charset=latin1").text).toBe("A");
  expect(decodeBody(new Uint8Array([0xfe, 0xff, 0x00, 0x41]), null).text).toBe("A");
});

test("the header's charset is used", () => {
  expect(decodeBody(latin("año"), "text/html; charset=ISO-8859-1")).toEqual({ text: "año", charset: "windows-1252" });
});

test("the page's own declaration is used where the header has none", () => {
  expect(decodeBody(latin('<meta charset="iso-8859-15"><p>ñ'), "text/html").charset).toBe("iso-8859-15");
  expect(decodeBody(latin('<?xml version="1.0" encoding="ISO-8859-1"?><a>ñ</a>'), null).text).toContain("ñ");
});

test("valid UTF-8 is UTF-8 even where a header claims otherwise", () => {
  expect(decodeBody(utf8("Gestión"), "text/html; charset=iso-8859-1")).toEqual({ text: "Gestión", charset: "utf-8" });
});

test("undeclared bytes that are not UTF-8 are windows-1252", () => {
  expect(decodeBody(latin("señal €".replace("€", "\u0080")), null)).toEqual({
    text: "señal €",
    charset: "windows-1252",
  });
});

test("one damaged sequence does not turn a UTF-8 page into mojibake", () => {
  const bytes = new Uint8Array([...utf8("años, niñez y acción"), 0xc3]);
  expect(decodeBody(bytes, "text/html; charset=utf-8").text).toBe("años, niñez y acción\uFFFD");
});

test("a page that claims UTF-8 but is Latin-1 throughout is read as windows-1252", () => {
  expect(decodeBody(latin("años, niñez, acción"), "text/html; charset=utf-8").text).toBe("años, niñez, acción");
});

test("a page that claims UTF-16 in ASCII letters, and an unknown charset, fall back", () => {
  expect(decodeBody(utf8('<meta charset="utf-16"><p>x'), null).charset).toBe("utf-8");
  expect(charsetOf("text/html; charset=klingon")).toBeNull();
  expect(charsetOf(null)).toBeNull();
});
