/** Signs that nobody sees: control and format characters, tags, variation selectors; line breaks and tabs are left. */
const UNSEEN = /(?![\n\t])[\p{Cc}\p{Cf}\u{e0000}-\u{e0fff}\ufe00-\ufe0f]/gu;

/**
 * A stranger's text between marks that it cannot contain: signs that nobody sees are taken out, and every angle bracket is another sign, so
 * that no mark of the fence or of a model's own protocol can be forged in it.
 */
export function fenceText(mark: string, text: string): string {
  const plain = text
    .replace(UNSEEN, " ")
    .replace(/[<＜﹤]/gu, "‹")
    .replace(/[>＞﹥]/gu, "›");
  return `<${mark}>\n${plain}\n</${mark}>`;
}
