import { describe, expect, test } from "vitest";
import { foldText } from "@/lib/core/kernel/fold";
import { factField } from "./fact-field";
import type { Field } from "./find-phrases";
import type { Eligibility } from "./posting-reading";
import { readEligibility } from "./read-eligibility";

function field(text: string, name: Field["field"] = "text"): Field {
  return factField({ field: name, text, fold: foldText(text) });
}

function eligible(text: string, { title = "", location = null as string | null } = {}): Eligibility | null {
  return readEligibility(field(title, "title"), field(text), location, "remote")?.value ?? null;
}

function codes(of: Eligibility | null): string[] {
  return [...(of?.countries ?? []), ...(of?.regions ?? [])];
}

describe("the countries and regions of those who may apply", () => {
  test.each<[string, string[]]>([
    ["Remote (US only)", ["US"]],
    ["Fully remote within the UK", ["GB"]],
    ["Remote - Mexico", ["MX"]],
    ["Location: Remote, Spain or Portugal", ["ES", "PT"]],
    ["You must be based in Argentina, Chile or Uruguay.", ["AR", "CL", "UY"]],
    ["You must be authorized to work in the United States.", ["US"]],
    ["Candidates must reside in Leeds, UK", ["GB"]],
    ["Trabajo remoto. Es necesario residir en México.", ["MX"]],
    ["Exclusivamente para residentes en Rosario (Argentina)", ["AR"]],
    ["Trabajá desde cualquier lugar de Colombia", ["CO"]],
    ["Remoto LATAM", ["latam"]],
    ["100% remote in Latin America", ["latam"]],
    ["Remote, anywhere in Europe", ["europe"]],
    ["Location: anywhere in Peru", ["PE"]],
    ["Remoto desde cualquier parte de Chile", ["CL"]],
    ["UK-based candidates only", ["GB"]],
    ["Work from anywhere in the world", ["worldwide"]],
    ["Trabaja remoto desde cualquier parte del mundo", ["worldwide"]],
    ["Open to U.S. (W2) and Canadian-based (independent contractor) applicants only", ["CA", "US"]],
    ["Ability to obtain a clearance (US citizenship required)", ["US"]],
    ["You must be a British citizen", ["GB"]],
    ["Must have resided in the UK for five years", ["GB"]],
    ["Telecommute* from anywhere within the U.S.", ["US"]],
    ["You are 18 or older and reside in the U.S.", ["US"]],
    ["Applicants must be based in Scotland", ["GB"]],
    ["Only UK based individuals will be considered", ["GB"]],
    ["If you live in Europe, see our other jobs. Candidates must reside in Spain.", ["ES"]],
    ["Remote in Atlanta or all of Georgia. Remote (US), Georgia", ["US"]],
  ])("%j: %j", (text, wanted) => {
    expect(codes(eligible(text))).toEqual(wanted);
  });

  test.each([
    "We are a remote company with offices in Spain.",
    "Our clients are based in the US.",
    "Remote work, flexible hours.",
    "Users anywhere in the world trust us.",
    "20 days a year you may work from anywhere for 20 days",
    "Soporte remoto a sucursales",
    "If you are resident in the UK, we process your request under its laws.",
    "Argentine wines and Canadian clients",
    "Remoto desde cualquier parte del país",
    "Location: anywhere in the county",
  ])("%j says nothing of it", (text) => {
    expect(eligible(text)).toBeNull();
  });
});

describe("where it is read from", () => {
  test("the title wins over the text, the text over the stated place", () => {
    expect(codes(eligible("Remote (UK)", { title: "Engineer (Remote, Brazil)", location: "Spain" }))).toEqual(["BR"]);
    expect(codes(eligible("Remote (UK)", { location: "Spain" }))).toEqual(["GB"]);
  });

  test.each<[string, string[]]>([
    ["Argentina", ["AR"]],
    ["Remote, Argentina", ["AR"]],
    ["Brazil, Colombia, Argentina", ["AR", "BR", "CO"]],
    ["Remote (LATAM)", ["latam"]],
    ["Worldwide", ["worldwide"]],
    ["Rosario, Argentina", []],
    ["Georgia, United States", []],
    ["Remote", []],
    ["", []],
  ])("a stated place of whole countries counts: %j", (location, wanted) => {
    expect(codes(eligible("A job.", { location }))).toEqual(wanted);
  });

  test("only a remote job has it", () => {
    expect(readEligibility(field("", "title"), field("Remote (US only)"), null, "hybrid")).toBeNull();
    expect(readEligibility(field("", "title"), field("Must live in Spain"), "Spain", null)).toBeNull();
  });

  test("its words are quoted, those of a stated place are not in the text", () => {
    const text = "Equipo chico. Residir en México.";
    expect(readEligibility(field("", "title"), field(text), null, "remote")).toMatchObject({
      method: "text",
      evidence: [{ field: "text", start: 14, end: 31, text: "Residir en México" }],
    });
    expect(readEligibility(field("", "title"), field(""), "Chile", "remote")).toMatchObject({
      method: "location",
      evidence: [],
    });
  });
});

describe("time zones, as offsets from UTC", () => {
  test.each<[string, number, number]>([
    ["Time zones: UTC-5 to UTC-3", -5, -3],
    ["GMT+1 – GMT+3 time zones", 1, 3],
    ["EST ± 2h", -7, -3],
    ["within 3 hours of CET", -2, 4],
    ["You work in the Pacific time zone.", -8, -8],
    ["Zona horaria UTC-3", -3, -3],
    ["between EST and CET time zones", -5, 1],
  ])("%j: %d to %d", (text, from, to) => {
    expect(eligible(text)?.timeZones).toEqual({ from, to });
  });

  test("what is no offset is none", () => {
    expect(eligible("Meetings at UTC+99 to UTC+98 time zones")).toBeNull();
    expect(eligible("We work in all time zones")).toBeNull();
  });
});
