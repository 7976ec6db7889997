import { z } from "zod";
import type { AdapterDescription } from "../adapter-description";

export const fileDescription: AdapterDescription = {
  id: "file",
  version: 1,
  name: "File import",
  kind: "file",
  reads: "JSON Lines and CSV files, also gzipped.",
  terms: "Those of whoever made the file.",
  limits: "Imported, never fetched.",
  attribution: null,
  hasNotice: false,
  params: z.strictObject({}),
  builtIn: [],
  recognise: () => null,
  adapter: null,
};
