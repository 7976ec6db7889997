const PURE = "^lib/core/";
const ADAPTER = "^lib/adapters/";
const UPPER_LIB = "^lib/(services|entry)/";
const onlyRuntime = { dependencyTypesNot: ["type-only"] };
/** Pure, deterministic libraries that the ground floor may use; each has a record in docs/decisions. */
const PURE_LIBRARIES = [
  "node_modules/zod/",
  "node_modules/eld/",
  "node_modules/@orama/stemmers/",
  "node_modules/cheerio/",
  "^crypto$",
  "^node:crypto$",
];

module.exports = {
  forbidden: [
    {
      name: "pure-core",
      severity: "error",
      comment: "Ground floor: no I/O, no framework, no clock, no env.",
      from: { path: PURE, pathNot: "\\.test\\.ts$" },
      to: { pathNot: [PURE, "^lib/observability/logger\\.ts$", ...PURE_LIBRARIES] },
    },
    {
      name: "pure-logger-type-only",
      severity: "error",
      from: { path: PURE },
      to: { path: "^lib/observability/", ...onlyRuntime },
    },
    {
      name: "lib-never-looks-up",
      severity: "error",
      from: { path: "^lib/" },
      to: { path: "^(app|components|jobs|scripts)/" },
    },
    { name: "adapters-stay-low", severity: "error", from: { path: ADAPTER }, to: { path: UPPER_LIB } },
    {
      name: "adapters-do-not-know-each-other",
      severity: "error",
      comment: "Adapters get each other as arguments; only http and a folder's own files are shared.",
      from: { path: "^lib/adapters/([^/]+)/", pathNot: "\\.(test|db\\.test)\\.ts$" },
      to: { path: "^lib/adapters/", pathNot: ["^lib/adapters/$1/", "^lib/adapters/http/"], ...onlyRuntime },
    },
    { name: "app-and-jobs-use-services", severity: "error", from: { path: "^(app|jobs)/" }, to: { path: ADAPTER } },
    {
      name: "components-stay-dumb",
      severity: "error",
      from: { path: "^components/" },
      to: { path: "^(app|jobs|lib/(adapters|services|entry|config))/", ...onlyRuntime },
    },
    {
      name: "only-db-knows-prisma",
      severity: "error",
      from: { pathNot: "^(lib/adapters/db|generated|prisma)/|^prisma\\.config\\.ts$" },
      to: { path: "^generated/prisma|node_modules/@prisma/" },
    },
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true, viaOnly: onlyRuntime } },
  ],
  options: {
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(\\.next|coverage|generated/prisma/internal)/" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
