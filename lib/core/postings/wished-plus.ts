/** The "plus" of a wish ("a plus", "plus: Java"), as a pattern's source; that of "a degree plus 3 years" and of "3 plus years" only adds. */
export const WISHED_PLUS = String.raw`\b(?:an?|big|huge|great|strong|definite|added|un|gran) plus\b|\bplus\b(?!,? (?:(?:at least |an? (?:additional )?minimum (?:of )?|minimum (?:of )?)?(?:\d|one|two|three|four|five|six|seven|eight|nine|ten)|years?|yrs?))`;
