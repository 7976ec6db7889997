/** A text of a crawl that is known: its name in the catalogue `findings` and what it speaks of. */
export type RecordedWords = { name: string; values: Record<string, string | number> };

/** What some messages put before the text itself: the outcome once more, or where it was met. */
const BEFORE = /^(?:(?:refused|unavailable|blocked|broken|disallowed|expired|redirect|needs JavaScript): )+/;

/** A text from a board may be long; what is longer than this is none of ours. */
const MAX_CHARS = 2_000;

const COUNTED = new Set(["seconds", "bytes", "n", "failures"]);

/** Each text as the readers, the fetcher, the crawl, the model's stage and the registry word it. The first that fits counts. */
const TEXTS: readonly (readonly [name: string, form: RegExp])[] = [
  ["answered", /^the server answered (?<status>\d+)$/],
  ["gone", /^the page is gone \(status (?<status>\d+)\)$/],
  ["robotsDisallow", /^robots\.txt of (?<host>\S+) disallows (?<path>\S+)$/],
  ["robotsUnread", /^robots\.txt of (?<host>\S+) cannot be read$/],
  ["robotsSays", /^robots\.txt disallows it$/],
  ["robotsUnreachable", /^robots\.txt cannot be read$/],
  ["wait", /^the server asks to wait (?<seconds>\d+) s$/],
  ["turnFar", /^the next turn(?: at \S+)? is (?<seconds>\d+) s away(?: \(\w+\))?$/],
  ["coolingDown", /^the source is cooling down(?: after repeated failures)?$/],
  ["loginRedirect", /^the server redirects to a log-in page$/],
  ["login", /^the page asks to sign in first$/],
  ["botCheck", /^a bot check was served instead of the page$/],
  ["captcha", /^a CAPTCHA was served instead of the page$/],
  ["titled", /^the page is titled "(?<words>.*)"$/],
  ["says", /^the page says "(?<words>.*)"$/],
  ["shell", /^the page is an empty shell that needs JavaScript$/],
  ["closed", /^the page says that the job (?:is no longer open|has expired)$/],
  ["unknownAdvert", /^the (?:server|board) no longer knows this advert(?: or board)?$/],
  ["noHttp", /^(?<words>\S+) is not http\(s\)$/],
  ["noUrl", /^not a URL$/],
  ["credentials", /^the URL carries credentials$/],
  ["private", /^(?<host>\S+) is(?:, or leads to,)? a private or reserved address$/],
  ["otherHost", /^(?<host>\S+) is not among the source's hosts$/],
  ["otherPort", /^port (?<words>\d*) of (?<host>\S+) is not one of the source's$/],
  ["redirects", /^more than (?<n>\d+) redirects$/],
  ["redirectLoop", /^(?<host>\S+) redirects in a circle$/],
  ["tooLarge", /^the (?:body|rendered page) is over (?<bytes>\d+) bytes$/],
  ["damaged", /^the (?:compressed body|gzip file) is damaged$/],
  ["noAnswer", /^no (?:complete )?answer within (?<seconds>[\d.]+) s$/],
  ["noHost", /^the host name cannot be resolved \(offline\?\)$/],
  ["noConnection", /^the connection (?:was refused|failed(?: \(\w+\))?)$/],
  ["browserLate", /^the page did not .{1,80} within (?<seconds>[\d.]+) s in the browser$/],
  ["noBrowser", /^no browser that starts is installed$/],
  ["noJobData", /^the page has no JobPosting data$/],
  ["badData", /^the structured data is not valid JSON$/],
  ["longData", /^the structured data is too long$/],
  ["noJson", /^the (?:answer|line) is not (?:valid )?JSON$/],
  ["noList", /^the answer (?:is not a list of adverts|has no adverts|holds no list of adverts)$/],
  ["deep", /^the page is nested too deep$/],
  ["untitled", /^an? (?:JobPosting|advert|row|card|item) without a (?:title|position)$/],
  ["unnamed", /^an? (?:advert|card) without a (?:title or an id|key or a title)$/],
  ["noAdvert", /^a row that is not an advert$/],
  ["listUnread", /^the list (?<url>\S+) was not read$/],
  ["listUnreadWhy", /^the list (?<url>\S+) was not read: (?<why>.+)$/],
  ["singlePages", /^single pages were asked for$/],
  ["cutOff", /^the crawl was cut off before (?:the whole board|this page) was read$/],
  ["blocksInARow", /^the board blocked (?<n>\d+) requests in a row$/],
  ["stopped", /^the board stopped answering$/],
  ["keptFailing", /^the requests of (?:a|this) crawl kept failing$/],
  ["capAdverts", /^the cap on adverts was reached$/],
  ["capPages", /^the cap on pages was reached$/],
  ["noStart", /^the source names no address to start from$/],
  ["nothingRead", /^nothing could be read$/],
  ["noticeUnread", /^an administrator has to read this source's notice before it is crawled$/],
  ["leftAlone", /^the server asked to be left alone until (?<until>\S+)$/],
  ["coolingUntil", /^cooling down until (?<until>\S+) after (?<failures>\d+) failures? in a row$/],
  ["removed", /^Retention has removed the kept page\.$/],
  ["ourFault", /^(?:The page could not be read|The adapter stopped on an unexpected error)\.$/],
  ["lookEnded", /^The look was ended after (?<seconds>\d+) seconds\.$/],
  ["missing", /^(?<field>\w+) is missing\.$/],
  ["noDate", /^(?<field>\w+) is not a date that can be read\.$/],
  ["severalTypes", /^Several employment types are stated \((?<words>.*)\); the first is kept\.$/],
  ["headingAsTitle", /^title is missing; the page's heading stands for it\.$/],
  ["employerAsPlace", /^The stated location is the employer's name and is left out\.$/],
  ["repaired", /^The structured data was damaged and has been repaired\.$/],
  ["workedOut", /^(?:The year of )?postedAt is worked out from "(?<words>.*)"\.$/],
  ["onlyBeginning", /^The description is only the (?:beginning|summary) that the list shows\.$/],
  ["excerpt", /^description is an excerpt\.$/],
  ["estimatedPay", /^Pay is the board's own estimate and is left out\.$/],
  ["adverts", /^(?<n>\d+) adverts?$/],
  ["answer", /^(?<status>\d{3}), (?<bytes>\d+) bytes$/],
  ["unread", /^not read again$/],
  ["fromSnapshot", /^read from the snapshot of (?<until>\S+): (?<why>.+)$/],
  ["choseSnapshot", /^snapshot, (?<why>.+)$/],
  ["choseBoard", /^live, (?<why>.+)$/],
  ["askedFor", /^as asked for$/],
  ["mayBeAsked", /^the source may be asked$/],
  ["coolDownOver", /^the cool-down is over(?:: this crawl is the trial)?$/],
  ["emptied", /^the list named no advert at all although (?<n>\d+) were open$/],
  ["wentWell", /^the crawl went well$/],
  ["runCut", /^The process ended before the run did; the next run goes on from what was kept\.$/],
  ["runUnbegun", /^The run could not begin; the log has the detail\.$/],
  ["runStopped", /^The run stopped on an unexpected (?<words>\w+); the log has the detail under the run's id\.$/],
  ["versionUnread", /^Posting version (?<words>\S+) could not be read(?: by the model)?\.$/],
  ["versionUnreadWhy", /^Posting version (?<words>\S+): (?<why>.+)$/],
  ["modelAnswered", /^the model's service answered (?<status>\d+)$/],
  ["modelLate", /^the model did not answer in time$/],
  ["modelForm", /^the model's answer has not the form that was asked for$/],
  ["modelResting", /^the model is left alone after repeated failures$/],
  ["modelUnasked", /^the model could not be asked$/],
  ["modelCalls", /^the run has asked the model (?<n>\d+) times, as often as it may$/],
  ["modelRunBudget", /^the run's budget for the model is spent$/],
  ["modelDayBudget", /^today's budget for the model is spent$/],
  ["sameAdvert", /^(?<words>\S+) has the same title, employer and text as another advert\.$/],
];

/**
 * Tells which of the known texts a recorded message is, with what it names: runs record their events in English, and this lets a
 * screen say them in its reader's language, older runs' too. Null for any other text, such as one that a board sent.
 */
export function readRecorded(message: string): RecordedWords | null {
  if (message.length > MAX_CHARS) return null;
  const text = message.replace(BEFORE, "");
  for (const [name, form] of TEXTS) {
    const found = form.exec(text);
    if (found === null) continue;
    const groups = Object.entries(found.groups ?? {});
    const values = groups.map(([key, value]) => [key, COUNTED.has(key) ? Number(value) : value] as const);
    return { name, values: Object.fromEntries(values) };
  }
  return null;
}

/** The known text at the end of a message that begins with the name of a source, which may have a colon itself; null where none is known. */
export function withoutSource(message: string): string | null {
  for (let colon = message.indexOf(": "); colon !== -1; colon = message.indexOf(": ", colon + 2)) {
    const text = message.slice(colon + 2);
    if (readRecorded(text) !== null) return text;
  }
  return null;
}

/** The names that `readRecorded` may give. */
export const RECORDED_NAMES: readonly string[] = TEXTS.map(([name]) => name);
