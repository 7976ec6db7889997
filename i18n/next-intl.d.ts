import type { AppLocale } from "./locales";
import type companies from "../messages/en/companies.json";
import type common from "../messages/en/common.json";
import type vocabulary from "../messages/en/vocabulary.json";
import type shell from "../messages/en/shell.json";
import type ui from "../messages/en/ui.json";
import type forms from "../messages/en/forms.json";
import type charts from "../messages/en/charts.json";
import type evidence from "../messages/en/evidence.json";
import type landing from "../messages/en/landing.json";
import type data from "../messages/en/data.json";
import type privacy from "../messages/en/privacy.json";
import type errors from "../messages/en/errors.json";
import type auth from "../messages/en/auth.json";
import type overview from "../messages/en/overview.json";
import type resumes from "../messages/en/resumes.json";
import type matches from "../messages/en/matches.json";
import type postings from "../messages/en/postings.json";
import type trends from "../messages/en/trends.json";
import type settings from "../messages/en/settings.json";
import type admin from "../messages/en/admin.json";
import type rates from "../messages/en/rates.json";
import type reading from "../messages/en/reading.json";
import type quality from "../messages/en/quality.json";
import type findings from "../messages/en/findings.json";
import type adapters from "../messages/en/adapters.json";

/** The English catalogues give every message its type; the test beside this file holds the Spanish ones to them. */
type AppMessages = {
  common: typeof common;
  companies: typeof companies;
  vocabulary: typeof vocabulary;
  shell: typeof shell;
  ui: typeof ui;
  forms: typeof forms;
  charts: typeof charts;
  evidence: typeof evidence;
  landing: typeof landing;
  data: typeof data;
  privacy: typeof privacy;
  errors: typeof errors;
  auth: typeof auth;
  overview: typeof overview;
  resumes: typeof resumes;
  matches: typeof matches;
  postings: typeof postings;
  trends: typeof trends;
  settings: typeof settings;
  admin: typeof admin;
  rates: typeof rates;
  reading: typeof reading;
  quality: typeof quality;
  findings: typeof findings;
  adapters: typeof adapters;
};

declare module "next-intl" {
  // Module augmentation needs an interface: a type alias cannot be merged.
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions
  interface AppConfig {
    Locale: AppLocale;
    Messages: AppMessages;
  }
}
