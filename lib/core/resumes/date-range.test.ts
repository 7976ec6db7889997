import { describe, expect, test } from "vitest";
import { findDateRange, findSingleDate } from "./date-range";

function shape(text: string): [string | null, string | null, boolean] | null {
  const range = findDateRange(text, 0);
  return range && [range.from, range.to, range.current];
}

describe("periods in English and Spanish", () => {
  test.each([
    ["Jan 2019 – Present", "2019-01", null, true],
    ["January 2000 to Present", "2000-01", null, true],
    ["03/2018 - 06/2020", "2018-03", "2020-06", false],
    ["enero 2019 a la actualidad", "2019-01", null, true],
    ["Enero de 2019 - Actualidad", "2019-01", null, true],
    ["marzo de 2015 hasta junio de 2018", "2015-03", "2018-06", false],
    ["2016–2019", "2016-01", "2019-01", false],
    ["desde 2020", "2020-01", null, true],
    ["Desde marzo 2020", "2020-03", null, true],
    ["since May 2021", "2021-05", null, true],
    ["2013-09 — Present", "2013-09", null, true],
    ["2011-07 — 2013-08", "2011-07", "2013-08", false],
    ["Sept. 2019 - Dec. 2020", "2019-09", "2020-12", false],
    ["ene. 2018 - dic. 2019", "2018-01", "2019-12", false],
    ["Jan '19 – Mar '21", "2019-01", "2021-03", false],
    ["01/02/2018 - 30/06/2020", "2018-02", "2020-06", false],
    ["2018/03 - 2020/06", "2018-03", "2020-06", false],
    ["Mar – Aug 2022", "2022-03", "2022-08", false],
    ["Fall 2013 – Spring 2014", "2013-09", "2014-05", false],
    ["Acme S.A. (2015 - 2018), Lima", "2015-01", "2018-01", false],
    ["2019 to date", "2019-01", null, true],
    ["2014-11-01 – 2015-12-31", "2014-11", "2015-12", false],
    ["setiembre 2020 al presente", "2020-09", null, true],
    ["??? — Present", null, null, true],
  ])("%s", (text, from, to, current) => {
    expect(shape(text)).toEqual([from, to, current]);
  });

  test.each(["Version 2.0 – 3.0", "call 555-1234", "mayor experiencia a la fecha", "Ext. 2001", "10 - 20 people", ""])(
    "%s is no period",
    (text) => {
      expect(shape(text)).toBeNull();
    },
  );

  test("the span holds the words that were read, counted from the offset", () => {
    const text = "Nurse, Jan 2019 – Present (Lima)";
    const range = findDateRange(text, 100);
    expect(range && text.slice(range.start - 100, range.end - 100)).toBe("Jan 2019 – Present");
  });

  test("a period without months says so", () => {
    expect(findDateRange("2016 – 2019", 0)?.yearOnly).toBe(true);
    expect(findDateRange("Jan 2016 – Feb 2019", 0)?.yearOnly).toBe(false);
  });
});

describe("single dates", () => {
  test("at the edge of a short line they are a period of their own", () => {
    expect(findSingleDate("Intern, Summer 2022", 0)).toMatchObject({ from: "2022-06", to: "2022-08" });
    expect(findSingleDate("2001", 0)).toMatchObject({ from: "2001-01", to: "2001-01", yearOnly: true });
    expect(findSingleDate("Expected Graduation: June 2016", 0)).toMatchObject({ to: "2016-06" });
  });

  test("inside a sentence, or in a long one, they are not", () => {
    expect(findSingleDate("In 2019 we moved the whole thing", 0)).toBeNull();
    expect(findSingleDate(`${"long ".repeat(20)} 2019`, 0)).toBeNull();
    expect(findSingleDate("no date", 0)).toBeNull();
  });
});
