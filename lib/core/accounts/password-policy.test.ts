import { expect, test } from "vitest";
import { findPasswordProblem, PASSWORD_MAX, PASSWORD_MIN } from "./password-policy";

const EMAIL = "ana.rios@example.test";

test("a long phrase passes, whatever signs it has", () => {
  for (const password of ["a quiet lookout over the bay", "ñandú-vuela-lejos", "correcto caballo batería grapa"]) {
    expect(findPasswordProblem(password, EMAIL)).toBeNull();
  }
});

test("length is counted in characters as typed, from the least to the most", () => {
  const some = (length: number) => "abc".repeat(length).slice(0, length);
  expect(findPasswordProblem(some(PASSWORD_MIN - 1), EMAIL)).toBe("password_too_short");
  expect(findPasswordProblem(some(PASSWORD_MIN), EMAIL)).toBeNull();
  expect(findPasswordProblem(some(PASSWORD_MAX), EMAIL)).toBeNull();
  expect(findPasswordProblem(some(PASSWORD_MAX + 1), EMAIL)).toBe("password_too_long");
  expect(findPasswordProblem("😀😁😂🤣😃", EMAIL)).toBe("password_too_short");
});

test("the address and its first part are no passwords, in any case", () => {
  expect(findPasswordProblem("Ana.Rios@example.test", EMAIL)).toBe("password_is_email");
  expect(findPasswordProblem("marialuisa", "marialuisa@example.test")).toBe("password_is_email");
});

test("what anybody would try first is refused", () => {
  for (const password of ["1234567890", "Password123", "CONTRASEÑA123", "aaaaaaaaaaaa", "abababababab"]) {
    expect(findPasswordProblem(password, EMAIL)).toBe("password_common");
  }
});
