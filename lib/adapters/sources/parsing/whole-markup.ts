import { plainField, statedText } from "./plain-text";

type StatedText = ReturnType<typeof statedText>;

/** A text that was cut to a length may end inside a tag; the rest of that tag is no text. */
const UNFINISHED_TAG = /<\/?[a-z][^<>]{0,5000}$/i;

/** A long text without a tag that breaks off at its end; one that says nothing besides markup is empty. `isCut` where it broke off. */
export function wholeMarkup(value: string): StatedText & { isCut: boolean } {
  const whole = value.replace(UNFINISHED_TAG, "");
  const isCut = whole.length < value.length;
  const text = statedText(whole);
  const isEmpty = text.descriptionFormat === "html" && plainField(text.description.slice(0, 4000), 4000) === null;
  return { ...(isEmpty && text.description.length < 4000 ? { ...text, description: "" } : text), isCut };
}

/** The warning that goes with a text that broke off. */
export const CUT_DESCRIPTION = "description breaks off inside its markup.";
