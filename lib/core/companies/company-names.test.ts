import { expect, test } from "vitest";
import { companyKind, isAgencyName, speaksForClient } from "./company-kind";
import { displayName } from "./display-name";
import { isVagueName, lettersOf } from "./generic-names";
import { isNearSpelling, isOneSlip, nearSpellings } from "./near-spelling";
import { ownSiteOf, registeredDomain, siteFitsName, sitesIn } from "./own-site";

test("letters leave out blanks, signs and the word for the ampersand; a vague name has no telling word", () => {
  expect(lettersOf("bread and salt")).toBe(lettersOf("bread salt"));
  expect(lettersOf("t-systems 24")).toBe("tsystems24");
  for (const vague of ["grupo", "consultora", "recursos humanos", "hp", "tech solutions argentina", ""])
    expect(isVagueName(vague)).toBe(true);
  expect(isVagueName("grupo petersen")).toBe(false);
});

test("one slip is one missing letter or two neighbours that changed places, nothing else", () => {
  expect(isOneSlip("quintana", "quitnana")).toBe(true);
  expect(isOneSlip("quintana", "quintna")).toBe(true);
  expect(isOneSlip("quintana", "quintano")).toBe(false);
  expect(isOneSlip("quintana", "quintana")).toBe(false);
  expect(isOneSlip("quintana", "quintanares")).toBe(false);
  expect(isNearSpelling("sucursal 11 norte viejo", "sucursal 1 norte viejo")).toBe(false);
  expect(isNearSpelling("acme", "amce")).toBe(false);
  expect(nearSpellings(["panes del alba", "panes dle alba", "panes del alva", "hornos quintana"])).toEqual([
    ["panes del alba", "panes dle alba"],
  ]);
});

test("a site is a company's own domain or its tenancy; boards, mail providers and figures are nobody's", () => {
  expect(ownSiteOf("https://careers.acme.com.ar/jobs/1")).toEqual({
    kind: "domain",
    name: "acme.com.ar",
    label: "acme",
  });
  expect(ownSiteOf("https://boards.greenhouse.io/Acme/jobs/1")).toMatchObject({
    kind: "tenant",
    name: "greenhouse.io/acme",
  });
  expect(ownSiteOf("https://acme.wd3.myworkdayjobs.com/en/x")).toMatchObject({ name: "myworkdayjobs.com/acme" });
  for (const nobody of [
    "https://www.linkedin.com/jobs/view/1",
    "https://pe.computrabajo.com/x",
    "https://mail.google.com/",
    "https://10.0.0.1/jobs",
    "https://jobs.lever.co/",
    "ftp://acme.com/",
    "not an address",
  ])
    expect(ownSiteOf(nobody)).toBeNull();
  expect(registeredDomain("localhost")).toBeNull();
  expect(sitesIn("Write to jobs@acme.com or someone@gmail.com, see www.acme.com and https://acme.com/x.")).toEqual([
    { kind: "domain", name: "acme.com", label: "acme" },
  ]);
});

test("a site fits a name that it is made of", () => {
  for (const [label, key] of [
    ["mercadolibre", "mercado libre"],
    ["acme-jobs", "acme"],
    ["treslunas", "quesos tres lunas"],
    ["quintanaargentina", "quintana"],
    ["somosquintana", "hornos quintana"],
  ] as const)
    expect(siteFitsName({ label }, key)).toBe(true);
  for (const [label, key] of [
    ["acmefoods", "acme"],
    ["grupo", "grupo norte viejo"],
    ["quintanilla", "quintana"],
    ["ibm", "ibm"],
  ] as const)
    expect(siteFitsName({ label }, key)).toBe(false);
});

test("the name of an agency says so in English and in Spanish", () => {
  for (const name of [
    "Aurora RR.HH.",
    "AURORA RRHH",
    "Lucero Consultores en Recursos Humanos",
    "Selección de Personal Clave",
    "Norte Staffing",
    "Blue Door Recruitment Ltd",
    "Faro Headhunters",
    "Manos del Sur Reclutamiento",
    "Pacto ETT",
    "Capital Humano Agro",
    "Baluarte HR",
    "Adecco Argentina",
    "Randstad",
  ])
    expect(isAgencyName(name)).toBe(true);
  for (const name of [
    "Reedition Press",
    "Hays of Sand Hotels Co-op",
    "Adeccord",
    "Settle Bank",
    "Arm",
    "Chronos",
    "RHB Bank",
  ])
    expect(isAgencyName(name)).toBe(false);
});

test("a text speaks for a client where one client looks for somebody, not where clients are served", () => {
  for (const text of [
    "Para nuestro cliente, importante empresa del sector, buscamos un contador.",
    "Seleccionamos para importante empresa metalúrgica un tornero.",
    "Our client is a leading maker of pumps.",
    "We are hiring on behalf of one of our clients in Leeds.",
    "My client needs a fitter.",
  ])
    expect(speaksForClient(text)).toBe(true);
  for (const text of ["Atender a nuestros clientes con calidez.", "You advise our clients on tax.", ""])
    expect(speaksForClient(text)).toBe(false);
});

test("texts make an agency only where several of them speak for a client", () => {
  expect(companyKind(["Lucero Vidal"], { read: 4, forClient: 2 })).toEqual({ kind: "agency", because: "texts" });
  expect(companyKind(["Lucero Vidal"], { read: 1, forClient: 1 })).toEqual({ kind: "employer", because: null });
  expect(companyKind(["Lucero Vidal"], { read: 12, forClient: 2 }).kind).toBe("employer");
  expect(companyKind(["Lucero y Asociados"], { read: 12, forClient: 2 }).kind).toBe("agency");
  expect(companyKind(["Norte", "Norte RRHH"], { read: 0, forClient: 0 })).toEqual({ kind: "agency", because: "name" });
});

test("the spelling shown is the most used one, of equals not the shouted one", () => {
  expect(
    displayName(
      new Map([
        ["ACME", 2],
        ["Acme", 2],
        ["Acme Inc.", 1],
      ]),
    ),
  ).toBe("Acme");
  expect(
    displayName(
      new Map([
        ["Acme", 1],
        ["ACME", 5],
      ]),
    ),
  ).toBe("ACME");
  expect(displayName(new Map())).toBeNull();
});
