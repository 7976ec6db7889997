import { expect, test } from "vitest";
import { foldText } from "@/lib/core/kernel/fold";
import { factField } from "./fact-field";
import { readWorkPermit } from "./read-work-permit";

const field = (text: string) => factField({ field: "text", text, fold: foldText(text) });

test("citizens who are encouraged to apply are not the only ones who may", () => {
  expect(readWorkPermit(field("US citizens and green card holders are encouraged to apply for the choir."))).toBeNull();
  expect(readWorkPermit(field("U.S. citizens and all others authorized to work are encouraged to apply."))).toBeNull();
  expect(readWorkPermit(field("You must be a US citizen. Women are encouraged to apply."))?.value).toBe("required");
  expect(readWorkPermit(field("You must be eligible to work here; all are encouraged to apply"))?.value).toBe(
    "required",
  );
  expect(
    readWorkPermit(field("US citizens are encouraged to apply. We are unable to sponsor at this time."))?.value,
  ).toBe("required");
});
