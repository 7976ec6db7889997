import type { GuardedDispatcher } from "./guarded-dispatcher";
import type { HostLanes, Politeness } from "./host-lanes";
import { type RequestHeaders, requestOnce } from "./request-once";
import type { RobotsFile } from "./robots-gate";

/** RFC 9309: a crawler reads at least 500 KiB of robots.txt, and may ignore the rest. */
const ROBOTS_LIMITS = { maxBytes: 512_000, whenTooLong: "truncate" } as const;
/** RFC 9309: after five redirects the file may be taken as absent. */
const ROBOTS_MAX_REDIRECTS = 5;

/** Reads a robots.txt within the host's budget. Never throws: a file that cannot be reached has status null. */
export async function fetchRobots(
  robotsUrl: URL,
  means: {
    lanes: HostLanes;
    politeness: Politeness;
    maxWaitMs: number;
    dispatcher: GuardedDispatcher;
    identity: RequestHeaders;
    timeoutMs: number;
  },
): Promise<RobotsFile> {
  const headers = { ...means.identity, accept: "text/plain,*/*;q=0.5" };
  let url = robotsUrl;
  for (let hops = 0; hops <= ROBOTS_MAX_REDIRECTS; hops += 1) {
    const target = url;
    const turn = await means.lanes.run(url.host, means.politeness, means.maxWaitMs, () =>
      requestOnce(target, { dispatcher: means.dispatcher, headers, timeoutMs: means.timeoutMs, limits: ROBOTS_LIMITS }),
    );
    if (turn.kind !== "ran") return { status: null, text: "" };
    const answer = turn.value;
    if (answer.kind === "answer") return { status: answer.status, text: new TextDecoder().decode(answer.bytes) };
    if (answer.kind !== "redirect" || !URL.canParse(answer.location, url.href)) return { status: null, text: "" };
    url = new URL(answer.location, url);
    if (url.protocol !== "http:" && url.protocol !== "https:") return { status: null, text: "" };
  }
  return { status: 404, text: "" };
}
