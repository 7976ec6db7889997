import { foldedPattern } from "./folded-pattern";
import { findPhrasesNear, type Trigger } from "./find-near";
import { type Field, type Phrase, sentenceOf } from "./find-phrases";
import type { Workplace } from "./posting-fields";
import type { Reading } from "./posting-reading";

const CONFIDENCE = { title: 0.95, location: 0.95, text: 0.93, mixed: 0.85 } as const;

const NAMED: Trigger = { word: "workplace", before: 45, after: 70 };

const COUNT = "(?:[1-4]|one|two|three|four|un|una|dos|tres|cuatro)";
const WEEKDAY = "(?:lunes|martes|miercoles|jueves|viernes|mondays?|tuesdays?|wednesdays?|thursdays?|fridays?)";
const SOME_DAYS = String.raw`${COUNT}(?:\s?(?:-|a|to|o|or)\s?${COUNT})?\+? (?:dias?|days?|veces|times)(?: (?:a la semana|por semana|x semana|semanales|semanal|a week|per week|weekly|p/w))?(?: (?:de|of|en|in|at|from|a|al|working))?(?: (?:la|the|our|your|forma|modo|modalidad|semana))?`;
const AWAY_OR_THERE =
  "(?:home ?office|home|casa|remot[oea]s?|remotely|remote work(?:ing)?|teletrabajo|wfh|office|oficinas?|on-?site|on site|presencial(?:es|idad)?|in-office|in the office)";

const HYBRID = [
  String.raw`hybrid(?![\s-](?:cloud|mobile|apps?|infrastructure|vehicles?|environments?|solutions?|dlp|it|data|architectures?|deployments?|multi|network|identity|storage|electric|systems?|approach|cars?|trucks?|seeds?|corn|modell?ing|intelligence|analytics|search|retrieval|events?|quantum|learning|threat|integration|methods?|methodolog|projects?|agile|on-prem|athletes?|pathways))`,
  String.raw`hibri(?:d[oa]s?|dad)(?! (?:cloud|movil|que combina|entre (?!la oficina|casa|oficina|home)))`,
  "semi-?presencial(?:idad)?|blended working",
  "(?:modalidad|esquema|formato|sistema|trabajo|modelo|regimen):? ?mixt[oa]",
  String.raw`mix(?:t[oa])? ?[(:,-] ?(?:remot|presencial|on-?site)\p{L}*`,
  String.raw`(?:presencial|on-?site|on site|oficina|office)\s?/\s?(?:remot[oae]|home ?office)|(?:remot[oae]|home ?office)\s?/\s?(?:presencial|on-?site|on site|oficina|office)`,
  String.raw`${SOME_DAYS} ${AWAY_OR_THERE}`,
  String.raw`(?:on-?site|on site|in (?:the |our )?office|presencial(?:es|mente)?|remot[oea]|from home|home ?office) ${COUNT}(?: ?x(?= ?/? ?(?:a |per |por )?(?:week|semana))|(?:\s?(?:-|to|a|o|or)\s?${COUNT})? (?:days?|dias?))`,
  "[1-4] ?presencial(?:es)?,? ?(?:y|/|e|\\+) ?[1-4]|(?:oficina|presencial(?:es)?),? (?:y|e|o|mas) (?:\\d |un |algunos )?(?:dias? )?(?:de )?(?:home ?office|teletrabajo|remot[oa]s?(?! a))",
  "algunos dias (?:a la semana |por semana )?(?:de |en )?(?:forma |manera )?(?:presencial|remot[oa]|home ?office|oficina)",
  String.raw`${WEEKDAY} (?:de )?(?:home ?office|remot[oa]s?|from home)`,
  String.raw`(?<![\d.,])[1-9]\d ?% (?:in (?:the )?office|remot[oea]|presencial|on-?site|from home|home ?office|of (?:the|their|your|our) (?:working )?(?:time|week) (?:in|at|on))`,
  String.raw`entre (?:la )?oficina[^.\n]{0,30} (?:home ?office|casa)|split (?:your |their |the )?time between (?:home|the office)|mix of (?:home|remote|office)`,
].join("|");
const REMOTE = [
  String.raw`(?<full>100 ?% ?remot[oea]s?|(?:fully|full|completely|totalmente|completamente) ?-?remot[oea](?:ly)?|remot[oea] ?\(? ?100 ?%)`,
  String.raw`remote(?:ly)?(?![\s-]{1,8}(?:sens|desktop|access|control|servers?|support|monitor|sites?|areas?|locations?|teams?|patient|work policy|employees|workforce|collaborat|compan|organi[sz]ation|environments?|diagnos|technical|users?|management|assist|systems?|troubleshoot|connect|colleagues|offices|communities|installation|customers|clients|technologies|session|services?|workers|device|experience|conferenc|meeting|interview|onboard|agents|learning|teaching|exam|deposit|vehicle|hands|host))`,
  "remot[oa](?:s|mente)?",
  String.raw`teletrabaj(?:o|ar|ando)|telework(?:ing)?|telecommut(?:e|ing|er)|virtual office|work from anywhere|desde cualquier (?:lugar|parte)`,
  "(?:trabaj[aoe]r?|trabajas|trabajaras|labores) desde (?:tu |su |la )?(?:casa|hogar|domicilio)|desde casa",
  String.raw`(?<home>(?:flexible )?home ?-?working)|work(?:ing|s)? (?:from|at) (?:your |their )?home(?! (?:package|budget|allowance|stipend|equipment))|home-based|wfh|home ?-?office(?! (?:budget|stipend|allowance|setup|set-up|equipment|onsite|amenit|furniture|expenses|supplies|in|at|located|sponsor|licen|clearance|visa|approved|policy|department|guid|immigration))`,
].join("|");
const ONSITE = [
  "(?:100 ?% ?)?presencial(?:es|mente|idad)?",
  "on-?site|on site|in-office|in[ -]person",
  "(?:5|five|cinco) (?:days|dias) (?:a week |per week |a la semana )?(?:in the office|in office|on-?site|on site|presenciales|en (?:la )?oficina)",
  String.raw`work(?:ing)? (?:out of|from|in|at) (?:our|the) (?:\S+ ){0,4}(?:office|location|headquarters|hq)(?! (?:or|and) )|office[ -]based`,
  "modalidad(?: de trabajo)?: ?(?:en )?oficinas?|trabaj(?:o|ar|aras|amos) en (?:las |nuestras )oficinas",
  "no remote|not (?:offered as |available as )?(?:an? )?remote|no remoto|sin (?:opcion de )?(?:home ?office|teletrabajo)|work remotely:?\\s{1,3}no",
].join("|");
const PLACE_WORDS = foldedPattern(
  String.raw`(?<![\p{L}\p{N}])(?:(?<hybrid>${HYBRID})|(?<onsite>${ONSITE})|(?<remote>${REMOTE}))(?![\p{L}\p{N}])`,
);

const DENIED_BEFORE =
  /(?:\bno|\bnot|\bnon|\bsin|n't|\bcannot be|\bunable to (?:offer|work))[\s-]+(?:es |a |an |be |offer |posibilidad de |available |offered (?:as )?(?:an? )?|fully |currently |todos )?$/u;
/** What could be talked about is not said. */
const UNDECIDED_BEFORE =
  /(?:open to|consider(?:ing|ed)?|explor(?:e|ing)|discuss(?:ing|ed)?|most of|some of)(?: [^.]{0,50})?$/u;
const UNDECIDED_AFTER = /^[^.]{0,25}\b(?:considered|negotiable|to be discussed|a discutir|a convenir)\b/u;
/** "Acceso remoto" and "equipos remotos" are about the work, not about where it is done. */
const THING_BEFORE =
  /(?:acceso|control|soporte|escritorio|asistencia|monitoreo|conexion|atencion|tecnica|manage|managing|support|systems?|equipos?|mesa|ayuda|our|the|corporate|uk|sensores|interview(?:ing|s)?|business|conducted|connect(?:ing)?|troubleshoot\S*|delivered|monitor(?:ed|ing)?|collaborat\S+|communicat\S+|supervis\S+|training|both on-?site and) $/u;
const HYBRID_THING_BEFORE =
  /(?:nubes?|infraestructuras?|cloud|entornos?|arquitecturas?|redes|vehiculos?|autos?|motor(?:es)?|cloud\/|servidores|on-premises?(?: \S)?) ?$/u;
const MEETING_AFTER =
  /^[,;]?\s?(?:interview|entrevista|meetings?|reuniones|reunion|training|capacitacion|events?|clientes|a clientes|con clientes|semanal|(?:y|o|e|and|or|,)\s?(?:telefonic|virtual(?!\))|online|on-line|en linea|por (?:whatsapp|telefono|mail)|digital|phone|over the phone|off-site))|^[,;]? (?:telefonic|y remot[ao] a |o via |(?:\S+ ){1,4}o (?:via )?telefon)/u;
const MEETING_BEFORE =
  /(?:entrevista|interview|atencion|capacitacion|cursos?|clases|universidad|formacion|estudio|encuentro|cliente|reunion|venta|consulta|comunicacion|visita|induccion|telefonic[oa]|reunion semanal|telefonicas?,?|canal(?:es)?|eventos?|validacion|asistencia|soporte|buena|proveedores)(?:e?s)?(?: al cliente| al publico| de ventas?)?(?: \p{L}{4,12})?(?: \(?telefonicas?)?(?:,| y| o| y\/o| and)? (?:es |de forma |de manera )?$/u;
const AMENITY_AFTER =
  /^[\s,-]{1,2}(?:(?:state|company|car)[\s-]?\S* )?(?:gym|parking|carpark|support|restaurant|cafe|canteen|visit|child|medical|fitness|lactation|health|clinic|work ?out|coordination|amenit|training|facilit|wellness|locker|online|team|events?|staff|customer|service|install|inspection|massage|lunch|meals|dining|chef|pharmacy|day ?care|nursery|laundry|assess|technic|construct|manage|interpret)/u;
/** English "on site" and "in person" are often about a visit or a talk: the job must be spoken of. */
const JOB_BEFORE =
  /(?:\bwork(?:s|ing|place)?|role|position|job|based|sit|be|fully|100 ?%|location:?|located|full[ -]time,?|days?|week|is|present|required|modalidad:?|mode:?|type:?|setting:?|schedule:?|report|available|contracts?|follows?|remot\S* (?:or|and|y|o)|esquema|pattern:?|must|strictly)[\s:,-]{0,3}(?:a |an |in |the )?$/u;
const STANDS_ALONE_BEFORE = /(?:[([|•/-]|^)\s*$/u;
const STANDS_ALONE_AFTER = /^\s?(?:in |at |[-:,)|\]/]|$)/u;
const JOB_AFTER =
  /^[\s-]{0,2}(?:working|position|role|job|work\b|only|required|presence|schedule|attendance|\d days|monday|days|\(?\d)/u;
const SOFT_BEFORE =
  /(?:flexib\S* (?:to|for|on|de|para|en|of)|flexible (?:working )?(?:hours|schedules?)(?: and|,| &)|option(?:s|al)?(?: \S+)?|occasional(?:ly)?|opportunit\S+(?: \S+)?|posibilidad de|eventual|ocasional(?:mente)?|algunos|may include(?: \S+)*|pudiendo|dias? de|days? of|up to \S+ \S+|partial(?:ly)?|partly|parcial(?:mente)?|some|limited|days (?:that )?you(?:'re| are)?|(?:days|weeks)(?: (?:a|per) year)?(?: of)?|in-office and|oficina y|presencial y) (?:to |for |de |of |hacer |realizar |trabajar |de forma |work |working )?$/u;
const SOFT_AFTER =
  /^[\s,-]{1,2}(?:(?:work |working )?(?:flexib|option|opportunit|days? possible|possib|is an option|is possible|may be|can be (?:possible|arranged)|occasion|eventual|parcial|partial|posterior|pasado|despues|luego|una vez|tras |on occasion|as needed|when needed|algunos|several times|several days|once a|a few|un dia|dos dias|\d dias?|\d days?|part of|some ))/u;

/** "20 days fully remote working a year" is a perk. */
const SOME_TIME_BEFORE = /\d+ (?:days|weeks|dias|semanas)(?: of| de)? $/u;

/** "Work from home (100%): No", "remotely: temporarily due to COVID-19", "work from home policy". */
const TAKEN_BACK_AFTER =
  /^(?:\s(?:worker|work|working|option|eligible|position|available))*(?:[\s:?()\d%-]{1,14}no(?![\p{L}])|:?\s{1,3}temporar|:?\s(?:until|during|due to)\s|\spolic)/u;
const PERK_LINE_BEFORE = /\bbenefits:[^:]{0,300}\n\s*$/u;
const LINE_END = /^\s*(?:\n|$)/u;
const AFTER_REACH = 60;
const PERKS_REACH = 320;

function isTakenBack({ fold: { folded } }: Field, { start, end, groups }: Phrase): boolean {
  const after = folded.slice(end, end + AFTER_REACH);
  if (TAKEN_BACK_AFTER.test(after)) return true;
  if (groups["full"] !== undefined || !LINE_END.test(after)) return false;
  return PERK_LINE_BEFORE.test(folded.slice(Math.max(0, start - PERKS_REACH), start));
}

type Kind = Workplace | "soft";
type Said = { kind: Kind; isFull: boolean; phrase: Phrase };

function isOnsiteOfJob(words: string, before: string, after: string): boolean {
  if (MEETING_AFTER.test(after) || MEETING_BEFORE.test(before) || AMENITY_AFTER.test(after)) return false;
  if (!/^(?:on|in.person)/u.test(words)) return true;
  if (JOB_BEFORE.test(before) || JOB_AFTER.test(after)) return true;
  return words.startsWith("on") && STANDS_ALONE_BEFORE.test(before) && STANDS_ALONE_AFTER.test(after);
}

function saidBy(field: Field, phrase: Phrase): Said | null {
  const { before, after } = sentenceOf(field, phrase.start, phrase.end, 60);
  const words = field.fold.folded.slice(phrase.start, phrase.end);
  if (UNDECIDED_BEFORE.test(before) || UNDECIDED_AFTER.test(after)) return null;
  if (phrase.groups["onsite"] !== undefined) {
    if (DENIED_BEFORE.test(before) || !isOnsiteOfJob(words, before, after)) return null;
    return { kind: "onsite", isFull: /^100|^no|^sin|no$/u.test(words), phrase };
  }
  if (DENIED_BEFORE.test(before)) return null;
  if (phrase.groups["hybrid"] !== undefined)
    return HYBRID_THING_BEFORE.test(before) ? null : { kind: "hybrid", isFull: false, phrase };
  if (isTakenBack(field, phrase)) return null;
  const isFull = phrase.groups["full"] !== undefined && !SOME_TIME_BEFORE.test(before);
  if (!isFull && (THING_BEFORE.test(before) || MEETING_AFTER.test(after) || MEETING_BEFORE.test(before))) return null;
  const isSoft = !isFull && (phrase.groups["home"] !== undefined || SOFT_BEFORE.test(before) || SOFT_AFTER.test(after));
  return { kind: isSoft ? "soft" : "remote", isFull, phrase };
}

/** Where both stand, the advert splits the week or lets one choose; but what is remote in full stays so. */
function settle(said: readonly Said[]): Workplace | null {
  const kinds = new Set(said.map(({ kind }) => kind));
  if (said.some(({ kind, isFull }) => kind === "remote" && isFull)) return "remote";
  if (kinds.has("hybrid")) return "hybrid";
  if (kinds.has("remote")) return kinds.has("onsite") ? "hybrid" : "remote";
  if (kinds.has("soft")) return "hybrid";
  return kinds.has("onsite") ? "onsite" : null;
}

const MAX_QUOTES = 3;

function workplaceOf(field: Field, method: "title" | "text"): Reading<Workplace> | null {
  const said = findPhrasesNear(field, NAMED, PLACE_WORDS).flatMap((phrase) => saidBy(field, phrase) ?? []);
  const value = settle(said);
  if (value === null) return null;
  const own = said.filter(({ kind }) => kind === value);
  const quoted = own.length > 0 ? own : said;
  const isMixed = new Set(said.map(({ kind }) => kind)).size > 1;
  const evidence = quoted.slice(0, MAX_QUOTES).map(({ phrase }) => phrase.evidence);
  return { value, confidence: isMixed ? CONFIDENCE.mixed : CONFIDENCE[method], method, evidence };
}

const IN_LOCATION: readonly (readonly [Workplace, RegExp])[] = [
  ["hybrid", /\bhybrid\b|\bh[ií]brid[oa]\b/iu],
  ["remote", /\bremot[eoa]\b|\bteletrabajo\b|\bhome ?office\b|\bwork from home\b|\banywhere\b/iu],
  ["onsite", /\bon-?site\b|\bpresencial\b/iu],
];

function fromLocation(location: string | null): Reading<Workplace> | null {
  const found = location === null ? undefined : IN_LOCATION.find(([, pattern]) => pattern.test(location));
  return found === undefined
    ? null
    : { value: found[0], confidence: CONFIDENCE.location, method: "location", evidence: [] };
}

/** Where the work is done, by clear words of the title, else of the stated place, else of the text; null where nothing is said. */
export function readWorkplace(title: Field, text: Field, location: string | null = null): Reading<Workplace> | null {
  return workplaceOf(title, "title") ?? fromLocation(location) ?? workplaceOf(text, "text");
}
