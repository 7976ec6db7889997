import { extrasFor, raised, withRequirement } from "./advert-parts";
import { daysFrom, shiftDays } from "./calendar";
import type { DemoContent, Description } from "./content-schema";
import type { DemoChange, DemoVersion } from "./history-types";
import type { Prng } from "./prng";

const CHANGED_SHARE = 0.45;
const SECOND_CHANGE_SHARE = 0.3;
// A change in the first or the last days of an advert would seldom be seen by any crawl.
const QUIET_DAYS = 8;

type Subject = { description: Description; first: DemoVersion; closesOn: string; anchor: string };

/** The versions of an advert, oldest first: the first one and none, one or two later changes, none after the anchor. */
export function versionsOf(prng: Prng, content: DemoContent, subject: Subject): [DemoVersion, ...DemoVersion[]] {
  const later: DemoVersion[] = [];
  const life = daysFrom(subject.first.from, subject.closesOn);
  const wanted = prng.chance(CHANGED_SHARE) ? (prng.chance(SECOND_CHANGE_SHARE) ? 2 : 1) : 0;
  const offsets = Array.from({ length: wanted }, () => prng.int(QUIET_DAYS, life - QUIET_DAYS)).sort((a, b) => a - b);
  for (const offset of new Set(offsets)) {
    const from = shiftDays(subject.first.from, offset);
    if (from > subject.anchor) continue;
    later.push(changed(prng, content, { ...subject, before: later.at(-1) ?? subject.first, from }));
  }
  return [subject.first, ...later];
}

function changed(
  prng: Prng,
  content: DemoContent,
  subject: Subject & { before: DemoVersion; from: string },
): DemoVersion {
  const { before, from, description } = subject;
  const change = prng.weighted<DemoChange>(["salary", "text", "requirement", "refreshed"], (kind) =>
    kind === "salary" && before.salary === null ? 0 : 1,
  );
  const next: DemoVersion = { ...before, from, change };
  if (change === "salary" && before.salary !== null) next.salary = raised(before.salary, prng.int(5, 14) / 100);
  if (change === "text") next.body = edited(prng, content, description, before.body);
  if (change === "requirement") {
    const unused = extrasFor("requirement", description.family, content).filter(
      (extra) => !before.body.includes(extra[description.lang]),
    );
    if (unused.length > 0) next.body = withRequirement(before.body, prng.pick(unused)[description.lang]);
  }
  if (next.body === before.body && next.salary === before.salary) {
    next.change = "refreshed";
    next.datePosted = from;
  }
  return next;
}

function edited(prng: Prng, content: DemoContent, description: Description, body: string): string {
  const unused = extrasFor("benefit", description.family, content)
    .map((extra) => extra[description.lang])
    .filter((sentence) => !body.includes(sentence));
  return unused.length === 0 ? body : `${body}\n${prng.pick(unused)}`;
}
