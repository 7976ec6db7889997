const SECRET_NAMES =
  "(?:[a-z0-9]+[_.-]){0,3}(?:token|secret|password|passwd|pwd|signature|credentials?|authorization|jwt)|(?:x[_-])?api[_-]?key|(?:access|private|secret|auth|session)[_-]?(?:key|id)|auth|sig|key|code|sid";
/** A parameter of an address: after `?`, `&`, `;` or `#`, also where that is escaped. */
const SECRET_PARAMETER = new RegExp(
  String.raw`([?&;#]|%3f|%26)(${SECRET_NAMES})(=|%3d)(?:[^&#\s"'<>\\%]|%(?!26|23))+`,
  "gi",
);
/** Name and password in front of the host. */
const USER_INFO = /(\bhttps?:\/\/)[^\s/?#@"'<>\\]{1,300}@/gi;

/** What stands for a value that is not to be told. */
export const REDACTED_VALUE = "[redacted]";

/**
 * A text whose addresses tell neither the values of parameters that are named like secrets (`token`, `api_key`,
 * `signature` …) nor names and passwords before the host.
 */
export function redactSecrets(text: string): string {
  if (!text.includes("=") && !text.includes("@") && !/%3d/i.test(text)) return text;
  return text.replace(SECRET_PARAMETER, `$1$2$3${REDACTED_VALUE}`).replace(USER_INFO, `$1${REDACTED_VALUE}@`);
}
