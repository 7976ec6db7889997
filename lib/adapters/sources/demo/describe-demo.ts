import type { AdapterDescription } from "../adapter-description";
import { jsonLdParams } from "../jsonld/json-ld-params";
import { demoAdapter } from "./demo-adapter";

export const demoDescription: AdapterDescription = {
  id: "demo",
  version: 2,
  name: "Demo board",
  kind: "pages",
  reads: "The job board that the launcher serves on this machine. Its adverts are invented.",
  terms: "None: demo data made for Atalaya.",
  limits: "One day of its history in a crawl.",
  attribution: null,
  hasNotice: false,
  params: jsonLdParams,
  builtIn: [],
  recognise: () => null,
  adapter: demoAdapter,
};
