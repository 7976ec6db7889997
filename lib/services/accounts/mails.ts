import { insertMail } from "@/lib/adapters/db/queries/outbox";
import type { Tx } from "@/lib/adapters/db/client";
import type { Context } from "@/lib/services/context/context";

/** Languages that mails are written in. */
export type MailLocale = "en" | "es";

type Words = { subject: string; body: string };
type Template = "password_reset" | "address_in_use" | "password_changed";

const TEMPLATES: Record<Template, Record<MailLocale, (link: string) => Words>> = {
  password_reset: {
    en: (link) => ({
      subject: "Choose a new Atalaya password",
      body: `Somebody, probably you, asked for a new password. This link works once and for 30 minutes:\n\n${link}\n\nIf it was not you, do nothing: your password stays as it is.`,
    }),
    es: (link) => ({
      subject: "Elige una nueva contraseña de Atalaya",
      body: `Alguien, probablemente tú, pidió una contraseña nueva. Este enlace sirve una vez y durante 30 minutos:\n\n${link}\n\nSi no fuiste tú, no hagas nada: tu contraseña queda como está.`,
    }),
  },
  address_in_use: {
    en: (link) => ({
      subject: "You already have an Atalaya account",
      body: `Somebody tried to sign up with this address, which already has an account. Nothing was changed. If it was you, sign in, or choose a new password:\n\n${link}`,
    }),
    es: (link) => ({
      subject: "Ya tienes una cuenta de Atalaya",
      body: `Alguien intentó registrarse con esta dirección, que ya tiene una cuenta. No se cambió nada. Si fuiste tú, inicia sesión o elige una contraseña nueva:\n\n${link}`,
    }),
  },
  password_changed: {
    en: (link) => ({
      subject: "Your Atalaya password was changed",
      body: `Your password was changed and your other sessions were ended. If it was not you, choose a new password now:\n\n${link}`,
    }),
    es: (link) => ({
      subject: "Tu contraseña de Atalaya cambió",
      body: `Tu contraseña cambió y se cerraron tus otras sesiones. Si no fuiste tú, elige una contraseña nueva ahora:\n\n${link}`,
    }),
  },
};

export type Mail = { template: Template; userId: string; recipient: string; locale: MailLocale; link: string };

/** Puts a mail into the outbox; where a mail channel is configured it goes out from there, else it is read there. */
export function putIntoOutbox(ctx: Context, db: Tx, mail: Mail): Promise<void> {
  const words = TEMPLATES[mail.template][mail.locale](mail.link);
  const { template, userId, recipient } = mail;
  return insertMail(db, { id: ctx.newId(), at: ctx.wallNow(), template, userId, recipient, ...words });
}
