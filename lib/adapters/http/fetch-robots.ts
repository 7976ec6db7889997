import { checkUrl } from "./follow-redirects";
import type { RequestHeaders } from "./request-once";
import type { RobotsFile } from "./robots-gate";
import type { Sender } from "./send-request";

/** RFC 9309: a crawler reads at least 500 KiB of robots.txt, and may ignore the rest. */
const ROBOTS_LIMITS = { maxBytes: 512_000, whenTooLong: "truncate" } as const;
/** RFC 9309: after five redirects the file may be taken as absent. */
const ROBOTS_MAX_REDIRECTS = 5;

/** Reads a robots.txt within the host's budget. Never throws: a file that cannot be reached has status null. */
export async function fetchRobots(robotsUrl: URL, sender: Sender, identity: RequestHeaders): Promise<RobotsFile> {
  const headers = { ...identity, accept: "text/plain,*/*;q=0.5" };
  const unreachable = { status: null, text: "" };
  let url = robotsUrl;
  for (let hop = 0; hop <= ROBOTS_MAX_REDIRECTS; hop += 1) {
    const sent = await sender.send({
      url,
      purpose: "robots",
      headers,
      limits: ROBOTS_LIMITS,
      robots: null,
      crawlDelayMs: 0,
      attempt: 1,
      hop,
      waits: {},
    });
    if (sent.kind !== "answer") return unreachable;
    const { answer } = sent;
    if (answer.kind === "answer") return { status: answer.status, text: new TextDecoder().decode(answer.bytes) };
    if (answer.kind !== "redirect" || !URL.canParse(answer.location, url.href)) return unreachable;
    const next = checkUrl(new URL(answer.location, url).href, []);
    if (!(next instanceof URL)) return unreachable;
    url = next;
  }
  return { status: 404, text: "" };
}
