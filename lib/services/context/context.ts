import type { Db } from "@/lib/adapters/db/client";
import type { HostLanes } from "@/lib/adapters/http/host-lanes";
import type { JobQueue } from "@/lib/adapters/queue/job-queue";
import type { ContentStore } from "@/lib/adapters/storage/content-store";
import type { Env } from "@/lib/config/env";
import type { Home } from "@/lib/config/home";
import type { Embedder } from "@/lib/core/embeddings/embedder";
import type { ReadingKnowledge } from "@/lib/core/postings/read-posting";
import type { Concept } from "@/lib/core/skills/skill-types";
import type { SkillCategory } from "@/lib/core/skills/skill-categories";
import type { SkillMatcher } from "@/lib/core/skills/skill-matcher";
import type { Logger } from "@/lib/observability/logger";

/** Who asks. Services check it first. */
export type UserActor = { kind: "user"; userId: string; role: "user" | "admin"; sessionId: string };
/** A job, the launcher or the command line: trusted, named in the audit log. */
export type SystemActor = { kind: "system"; name: string };
/** Somebody who is not signed in. */
export type VisitorActor = { kind: "visitor" };
export type Actor = UserActor | SystemActor | VisitorActor;

/** The taxonomy as it is used: concepts by id, the matcher over them, their version, and the tree of their families. */
export type Taxonomy = {
  version: string;
  concepts: ReadonlyMap<string, Concept>;
  matcher: SkillMatcher;
  categories: readonly SkillCategory[];
};

/** What postings are read with, and its version. */
export type Knowledge = ReadingKnowledge & { version: string };

/** What somebody who watches a run is told. */
export type WatchedEvent = { kind: string; stage?: string; reason?: string; message: string; detail?: unknown };

/** The world, as handed to every service: nothing else reaches a clock, a database or a network. */
export type Context<A extends Actor = Actor> = {
  actor: A;
  db: Db;
  log: Logger;
  /** The instant that the product takes as now; a crawl of an archived day has the clock set to that day. */
  now: () => Date;
  /** The real time, for leases, expiries of sessions, timings and the registry's own columns. */
  wallNow: () => Date;
  newId: () => string;
  env: Env;
  home: Home;
  /** The turns at other people's hosts; one for the process, so that all sources of a host share its budget. */
  lanes: HostLanes;
  raw: ContentStore;
  files: ContentStore;
  taxonomy: () => Taxonomy;
  knowledge: () => Knowledge;
  /** Takes up what administrators added to the taxonomy since; absent where it never changes. */
  renewTaxonomy?: () => Promise<void>;
  /** The same for every request: seldom asks, costs little, never throws. */
  keepUpWithTaxonomy?: () => Promise<void>;
  embedder: () => Embedder;
  /** Told of every event of a run as it happens, for showing progress. */
  watch?: (event: WatchedEvent) => void;
  /** The queue for sending; opened at first use. */
  queue: () => Promise<JobQueue>;
};

export type UserContext = Context<UserActor>;
export type SystemContext = Context<SystemActor>;
