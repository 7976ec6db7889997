const CLASS = /\[[^\]]*\]/g;

/**
 * A global pattern over folded text from a source in which `\p{L}` and `\p{N}` stand for the letters a–z and the
 * digits: folded adverts hold few others, and without the `u` flag and its tables a pattern takes half the time.
 */
export function foldedPattern(source: string): RegExp {
  const inClasses = source.replaceAll(CLASS, (set) =>
    set.replaceAll(String.raw`\p{L}`, "a-z").replaceAll(String.raw`\p{N}`, "0-9"),
  );
  return new RegExp(inClasses.replaceAll(String.raw`\p{L}`, "[a-z]").replaceAll(String.raw`\p{N}`, "[0-9]"), "g");
}
