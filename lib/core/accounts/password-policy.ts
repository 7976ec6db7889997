/** Length over composition rules, as NIST SP 800-63B advises. */
export const PASSWORD_MIN = 10;
/** Longer than any passphrase, short enough that hashing it costs nothing extra. */
export const PASSWORD_MAX = 200;

/** Why a password is refused; the interface words it. */
export type PasswordProblem = "password_too_short" | "password_too_long" | "password_common" | "password_is_email";

/** The commonest passwords of ten characters or more, as published lists of leaked ones agree, in English and Spanish. */
const COMMON = new Set(
  `1234567890 0123456789 0987654321 9876543210 1111111111 0000000000 1234512345 1122334455 1q2w3e4r5t 1qaz2wsx3edc qwertyuiop
  qwerty1234 qwerty12345 qwerty123456 asdfghjkl1 asdfghjkl123 zxcvbnm123 password12 password123 password1234 password12345 passw0rd123
  p@ssw0rd123 administrator admin12345 admin123456 adminadmin welcome123 welcome1234 letmein123 iloveyou12 iloveyou123 iloveyou1234
  sunshine123 princess123 football123 baseball123 superman123 trustno1trustno1 monkey12345 dragon12345 master12345 changeme123
  12345678910 123456789a a123456789 abc1234567 abcd123456 abcdefghij abcdefghijk 123456789q q123456789 qazwsxedcr contraseña
  contraseña1 contraseña123 contrasena contrasena1 contrasena123 contrasena1234 teamo12345 tequiero123 bienvenido bienvenido1
  bienvenido123 colombia123 mexico12345 argentina123 barcelona123 realmadrid123 administrador usuario123 secreto123 hola123456 holahola123`
    .split(/\s+/)
    .filter((word) => word !== ""),
);

/** The first reason to refuse a password, or null. Characters are counted as a person sees them typed: by code point. */
export function findPasswordProblem(password: string, email: string): PasswordProblem | null {
  const length = Array.from(password).length;
  if (length < PASSWORD_MIN) return "password_too_short";
  if (length > PASSWORD_MAX) return "password_too_long";
  const folded = password.normalize("NFKC").toLowerCase();
  const address = email.toLowerCase();
  if (folded === address || folded === address.split("@")[0]) return "password_is_email";
  return COMMON.has(folded) || new Set(folded).size < 3 ? "password_common" : null;
}
