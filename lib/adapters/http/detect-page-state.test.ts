import { describe, expect, test } from "vitest";
import { detectPageState } from "./detect-page-state";

const body = (inner: string, title = "Backend developer at Example") =>
  `<html><head><title>${title}</title></head><body>${inner}</body></html>`;
const LONG =
  "<p>We build software for clinics and look for someone who enjoys careful work with a small team. </p>".repeat(30);

describe("an ordinary posting is ok", () => {
  test.each([
    [
      "mentions of bot checks in prose",
      body(`<h1>Anti-bot engineer</h1>${LONG}<p>You will work on CAPTCHA and access denied pages.</p>`),
    ],
    ["a contact form with a CAPTCHA widget", body(`${LONG}<form><div class="g-recaptcha"></div></form>`)],
    [
      "a sign-in dialog beside the advert",
      body(`<h1>Nurse</h1>${LONG}<form><h2>Sign in</h2><input type="password"></form>`),
    ],
    [
      "prose that speaks of closing",
      body(`<h1>Store manager</h1>${LONG}<p>If the position is no longer available we will tell you.</p>`),
    ],
    [
      "a short advert",
      body(
        "<h1>Cajero</h1><p>Buscamos cajero con experiencia para tienda en Bogotá. Horario de mañana, contrato fijo, disponible ya.</p>",
      ),
    ],
    ["an offer that is available", body(`<h2>Oferta disponible</h2>${LONG}`)],
    ["a short page with JobPosting data", body('<script type="application/ld+json">{"@type":"JobPosting"}</script>')],
    ["a fragment of a list", "<li>Analyst</li>"],
    ["an empty body", ""],
  ])("%s", (_name, html) => {
    expect(detectPageState(html, 200)).toEqual({ state: "ok", reason: "" });
  });
});

describe("what is not an advert", () => {
  test.each([
    [
      "captcha",
      body(
        '<div id="challenge-error-text">Enable JavaScript</div><script>window._cf_chl_opt={}</script>',
        "Just a moment...",
      ),
    ],
    ["captcha", body('<form><div class="h-captcha"></div></form><p>Confirm that you are human.</p>', "Check")],
    ["blocked", body("<h1>Sorry</h1><p>You do not have permission.</p>", "Access Denied")],
    ["login_wall", body('<h1>Inicia sesión para continuar</h1><form><input type="password"></form>', "Portal")],
    [
      "expired",
      body(`<h1>Tester</h1><figcaption class="closed-job">No longer accepting applications</figcaption>${LONG}`),
    ],
    ["expired", body(`<div class="alert">Esta oferta ya no está disponible</div>${LONG}`)],
    ["expired", body("<p>La vacante ha caducado. Mira otras ofertas.</p>")],
    ["expired", body("<h1>This job has expired</h1>")],
    ["empty_shell", body('<div id="root"></div><script src="/app.js"></script>', "Jobs")],
  ])("%s", (state, html) => {
    expect(detectPageState(html, 200).state).toBe(state);
  });

  test.each([401, 403, 429, 451, 999])("status %d is a block whatever the page shows", (status) => {
    expect(detectPageState(body(LONG), status).state).toBe("blocked");
  });

  test("an expired notice outranks the posting data that is still on the page", () => {
    const html = body(
      '<script type="application/ld+json">{"@type":"JobPosting"}</script><h2>This position has been filled</h2>',
    );
    expect(detectPageState(html, 200).state).toBe("expired");
  });
});

test("fifty thousand nested elements neither overflow nor hang", () => {
  expect(detectPageState(`<title>x</title>${"<div>".repeat(50_000)}deep`, 200).state).toBe("ok");
});

test("a NUL in a title does not reach the words of the verdict", () => {
  expect(detectPageState(body("", "Access denied\u0000 for you"), 200).reason).toBe(
    'the page is titled "Access denied for you"',
  );
});
