import { foldedPattern } from "./folded-pattern";
import { findPhrasesNear, type Trigger } from "./find-near";
import { type Field, type Phrase, sentenceOf } from "./find-phrases";
import type { Workplace } from "./posting-fields";
import type { Reading } from "./posting-reading";

const CONFIDENCE = { title: 0.95, location: 0.95, text: 0.93, mixed: 0.85 } as const;

const NAMED: Trigger = { word: "workplace", before: 45, after: 70 };

const COUNT = "(?:[1-4]|one|two|three|four|un|una|dos|tres|cuatro)";
const WEEKDAY = "(?:lunes|martes|miercoles|jueves|viernes|mondays?|tuesdays?|wednesdays?|thursdays?|fridays?)";
const SOME_DAYS = String.raw`${COUNT}(?:\s?(?:-|a|to|o|or)\s?${COUNT})?\+? (?:dias?|days?|veces|times)(?: (?:a la semana|por semana|x semana|semanales|semanal|a week|per week|weekly|p/w))?(?: (?:de|of|en|in|at|from|a|al|working)){0,2}(?: (?:la|the|our|your|forma|modo|modalidad|semana))?`;
const OR_MORE = String.raw`(?:\s?(?:-|to|or|a|o)\s?${COUNT})?\+?`;
const AT_LEAST =
  "(?:for |for at least |at least |a minimum of |minimum(?: of)? |min\\.? |around |approximately |about |up to |hasta |al menos |minimo |un minimo de |maximo )?";
const AWAY_OR_THERE =
  "(?:home ?office|home|casa|remot[oea]s?|remotely|remote work(?:ing)?|teletrabajo|wfh|office|oficinas?|on-?site|on site|presencial(?:es|idad)?|in-office|in the office)";

const HYBRID = [
  String.raw`hybrid(?![ -](?:(?:cloud|mobile|apps?|infrastructures?|vehicles?|solutions?|dlp|it|data|architectures?|deployments?|networks?|identity|storage|electric|systems?|cars?|trucks?|seeds?|corn|intelligence|analytics|search|retrieval|events?|quantum|learning|threat|integration|methods?|projects?|agile|athletes?|pathways)(?!\p{L})|approach(?! to (?:work|office|home|flex))|modell?ing|multi|methodolog|on-prem))`,
  String.raw`hibri(?:d[oa]s?|dad)(?! (?:cloud|movil|que combina|entre (?!la oficina|casa|oficina|home)))`,
  "semi-?presencial(?:idad)?|blended working",
  "(?:modalidad|esquema|formato|sistema|trabajo|modelo|regimen):? ?mixt[oa]",
  String.raw`mix(?:t[oa])? ?[(:,-] ?(?:remot|presencial|on-?site)\p{L}*`,
  String.raw`(?:presencial|on-?site|on site|oficina|office)\s?/\s?(?:remot[oae]|home ?office)|(?:remot[oae]|home ?office)\s?/\s?(?:presencial|on-?site|on site|oficina|office)`,
  String.raw`${SOME_DAYS} ${AWAY_OR_THERE}`,
  String.raw`${COUNT}\+? office days|(?:oficinas?|office|headquarters|hq|on-?site)[ ,(:-]{1,3}${AT_LEAST}${COUNT}${OR_MORE} (?:days?|dias?|veces|times)(?: a| per| each| every| por| al?| ?/ ?(?:week|semana))`,
  String.raw`presencia en (?:la |las )?(?:empresa|oficinas?)[^.\n]{0,20} (?:cada|una vez|veces|\d)`,
  "casa(?:,| o| y) (?:en |desde )?(?:la |tu )?oficina|(?:cliente|oficinas?|planta),? (?:o|u|y/o) (?:de |en |desde |por )?(?:forma |manera )?(?:home ?office|teletrabajo|remot[oa]|casa)",
  String.raw`remote(?:ly)?,? (?:and|or) (?:in|at|from) (?:the|our|an) (?:\S+ )?office`,
  "(?:from )?home(?:,? (?:or|and) |/)(?:in |at |from )?(?:the |our )?office|home, the office or",
  "(?:in |at )(?:the|an|our) office,? (?:[^.\\n]{0,30},? )?or (?:virtual ?/ ?)?(?:remote(?:ly)?|(?:at |from )?home)",
  "(?:resto (?:de los dias |de la semana |de dias )?|rest (?:of the (?:week|time) )?)(?:de |en |desde |con |being |working |is )?(?:remot[oea]s?(?:ly)?|home ?office|teletrabajo|casa|from home|at home)",
  "(?:some|part of (?:the|your)) (?:of (?:the|your) )?(?:time|week) (?:in|at) (?:the|our|an) office",
  String.raw`(?:on-?site|on site|in (?:the |our )?office|presencial(?:es|mente)?|remot[oea]|from home|home ?office) ${COUNT}(?: ?x(?= ?/? ?(?:a |per |por )?(?:week|semana))|(?:\s?(?:-|to|a|o|or)\s?${COUNT})? (?:days?|dias?))`,
  "[1-4] ?presencial(?:es)?,? ?(?:y|/|e|\\+) ?[1-4]|(?:oficina|presencial(?:es)?),? (?:y|e|o|mas) (?:\\d |un |algunos )?(?:dias? )?(?:de )?(?:home ?office|teletrabajo|remot[oa]s?(?! a))",
  "algunos dias (?:a la semana |por semana )?(?:de |en )?(?:forma |manera )?(?:presencial|remot[oa]|home ?office|oficina)",
  String.raw`${WEEKDAY} (?:flex\p{L}* y )?(?:de )?(?:home ?office|remot[oa]s?|from home)`,
  String.raw`(?<![\d.,])[1-9]\d ?% (?:in (?:the )?office|remot[oea]|presencial|on-?site|from home|home ?office|of (?:the|their|your|our) (?:working )?(?:time|week) (?:in|at|on))`,
  String.raw`entre (?:la )?oficina[^.\n]{0,30} (?:home ?office|casa)|split (?:your |their |the )?time between (?:home|the office)|mix of (?:home|remote|office)`,
].join("|");
const REMOTE = [
  String.raw`(?<full>100 ?% ?remot[oea]s?|(?:fully|full|completely|totalmente|completamente) ?-?remot[oea](?:ly)?|remot[oea] ?\(? ?100 ?%)`,
  String.raw`remote(?:ly)?(?![ "'-]{1,8}(?:sens|gps|care|operations|machines|groups|co-?workers|inspect|(?:and|or|and/or|&) (?:on-?site|in[ -]person|local) (?:support|teams?|agents|users|staff|employees|meetings?|training)|nature|client access|desktop|access|control|servers?|support|monitor|sites?|areas?|locations?|teams?|patient|work policy|work stipend|work experience|employees|workforce|collaborat|compan|organi[sz]ation|diagnos|technical|users?|management|assist|systems?|troubleshoot|connect|colleagues|office|communities|installation|customers|clients|technologies|session|services?|workers|device|experience|conferenc|meeting|interview|onboard|agents|learning|teaching|exam|deposit|vehicle|hands|host))`,
  "remot[oa](?:s|mente)?",
  String.raw`teletrabaj(?:o|ar|ando)|telework(?:ing)?|telecommut(?:e|ing|er)|virtual office|work from anywhere|desde cualquier (?:lugar|parte)`,
  "(?:trabaj[aoe]r?|trabajas|trabajaras|labores) desde (?:tu |su |la )?(?:casa|hogar|domicilio)|desde casa",
  String.raw`(?<home>(?:flexible )?home ?-?working)|work(?:ing|s)?[ -](?:(?:entirely|completely|exclusively|fully|solely|100%) )?(?:from|at)[ -](?:your |their )?home(?! (?:package|budget|allowance|stipend|equipment))|home-based|wfh|home ?-?office(?! (?:budget|stipend|allowance|setup|set-up|equipment|onsite|amenit|furniture|expenses|supplies|in|at|located|sponsor|licen|clearance|visa|approved|policy|department|guid|immigration))`,
].join("|");
const ONSITE = [
  "(?:100 ?% ?)?presencial(?:es|mente|idad)?",
  "on-?site|on site|in-office|in office(?= (?:position|role|job|only))|in[ -]person|based in[ -]store",
  "(?:5|five|cinco) (?:days|dias) (?:a week |per week |a la semana )?(?:in the office|in office|on-?site|on site|presenciales|en (?:la )?oficina)",
  String.raw`work(?:ing)? (?:out of|from|in|at) (?:our|the) (?:\S+ ){0,4}(?:office|location|headquarters|hq)(?! (?:or|and) )|office[ -]based`,
  String.raw`(?:role|position|job|post|vacancy|you|candidate)(?: is| will be|'ll be|'re| are| will)*(?: be)? based (?:in|at|from|out of) (?:our|the) (?:\S+ ){0,3}(?:depot|warehouse|factory|plant|workshop|store|shop|branch|clinic|hospital|laboratory|school|campus|showroom|salon|restaurant|hotel|office|headquarters|hq)`,
  "modalidad(?: de trabajo)?: ?(?:en )?oficinas?|trabaj(?:o|ar|ara|aras|amos) en (?:las |nuestras )oficinas",
  "no remote|not (?:offered as |available as )?(?:an? )?remote|no remoto|sin (?:opcion de )?(?:home ?office|teletrabajo)|work remotely:?\\s{1,3}no",
].join("|");
/** Headings that a lost line break glued to the word before them, where no capital shows it. */
const GLUED = "modalidad|horario|jornada|disponibilidad|zona |lugar |ubicacion|beneficios|requisitos";
const PLACE_WORDS = foldedPattern(
  String.raw`(?<![\p{L}\p{N}])(?:(?<hybrid>${HYBRID})|(?<onsite>${ONSITE})|(?<remote>${REMOTE}))(?:(?![\p{L}\p{N}])|(?=${GLUED}))`,
);

const DENIED_BEFORE =
  /(?:\bno|\bnot|\bnon|\bsin|n't|\bcannot be|\bunable to (?:offer|work))[\s-]+(?:es |a |an |be |offer |provide |support |posibilidad de |available |offered (?:as )?(?:an? )?|fully |currently |todos |(?:have|has) the (?:ability|option) to (?:work )?|able to (?:be performed |be done |work )?|allow(?:ed)? (?:for |to work )?|eligible (?:for|to) (?:work )?|suitable for |possible to work )?$/u;
/** "Remote applicants will not be considered", "the opportunity to telework is not available". */
const DENIED_AFTER =
  /^[^.\n]{0,50}?(?:\bnot (?:be )?(?:considered|available|possible|offered|permitted|allowed|accepted|an option)|\bno (?:esta|es) (?:disponible|posible)|\bno se (?:acepta|considera|ofrece|admite))/u;
/** What could be talked about is not said. */
const UNDECIDED_BEFORE =
  /(?:open to|amenable to|consider(?:ing|ed)?|explor(?:e|ing)|discuss(?:ing|ed)?|most of|some of)(?: [^.]{0,50})?$/u;
const SETTLED_BEFORE = /\b(?:is|are) considered (?:an? |to be )?(?:fully |100% )?$/u;
const UNDECIDED_AFTER = /^[^.]{0,25}\b(?:considered|negotiable|to be discussed|a discutir|a convenir)\b/u;
/** "Acceso remoto" and "equipos remotos" are about the work, not about where it is done. */
const THING_BEFORE =
  /(?:acceso|control|soporte|escritorio|asistencia|monitoreo|conexion|atencion|tecnica|manage|managing|support|systems?|equipos?|mesa|ayuda(?: al)?|our|the|corporate|uk|sensores|lugares|zonas?|sitios|areas?|comunidades|localidades|ubicaciones|regiones|usuarios|dispositivos|sucursales|gestion|sesiones|herramientas(?: de)?|experiencia(?: \S+)?(?: en| con)?(?: trabajos?| equipos)?|experience(?: with| in)?|(?:in[ -]person|face[ -]to[ -]face|phone|by phone) (?:and|or|&)|interview(?:ing|s)?|business|conducted|connect(?:ing)?|with (?:\S+ )?(?:users|clients|customers)(?: both)?|guardias?(?: pasivas?)?|troubleshoot\S*|delivered|monitor(?:ed|ing)?|collaborat\S+|communicat\S+|supervis\S+|training|both on-?site and)(?: | ?\()$/u;
const HYBRID_THING_BEFORE =
  /(?:nubes?|multi-?cloud(?: o| or)?|infraestructuras?|cloud|entornos?|arquitecturas?|redes|vehiculos?|autos?|motor(?:es)?|cloud\/|servidores|on-premises?(?: \S)?) ?$/u;
const MEETING_AFTER =
  /^[,;]?\s?(?:interview|entrevista|meetings?|reuniones|reunion|training|capacitacion|events?|clientes|a clientes|con clientes|semanal|(?:y|o|e|y\/o|and|or|,)\s?(?:telefonic|virtual(?!\))|online|on-line|en linea|por (?:whatsapp|telefono|mail)|digital|phone|over the phone|off-site))|^[,;]? (?:telefonic|y remot[ao] a |o via |(?:\S+ ){1,4}o (?:via )?telefon)/u;
const MEETING_BEFORE =
  /(?:entrevista|interview|atencion|capacitacion|cursos?|clases|universidad|formacion|estudio|encuentro|cliente|reunion|venta|consulta|comunicacion|visita|induccion|telefonic[oa]|reunion semanal|telefonicas?,?|canal(?:es)?|eventos?|validacion|encuesta|asistencia|soporte|buena|proveedores)(?:e?s)?(?: al cliente| al publico| de ventas?)?(?: \p{L}{4,12})?(?: \(?telefonicas?)?(?:,| y| o| y\/o| and)? (?:es |de forma |de manera )?$/u;
const AMENITY_AFTER =
  /^[\s,-]{1,2}(?:(?:state|company|car)[\s-]?\S* )?(?:gym|parking|carpark|support|restaurant|cafe|canteen|visit|child|medical|fitness|lactation|health|clinic|work ?out|coordination|amenit|training|facilit|wellness|locker|online|team|events?|staff|customer|service|install|inspection|massage|lunch|meals|dining|chef|pharmacy|day ?care|nursery|laundry|snack|perks|barista|coffee|food|drinks|yoga|shower|assess|technic|construct|manage|interpret)/u;
/** English "on site" and "in person" are often about a visit or a talk: the job must be spoken of. */
const JOB_BEFORE =
  /(?:\bwork(?:s|ing|place)?|role|position|job|based|sit|be|fully|100 ?%|location:?|located|full[ -]time,?|days?|week|is|present|required|modalidad:?|mode:?|type:?|setting:?|schedule:?|report|available|contracts?|follows?|remot\S* (?:or|and|y|o)|esquema|pattern:?|must|strictly|then)[\s:,-]{0,3}(?:a |an |in |the )?$/u;
const STANDS_ALONE_BEFORE = /(?:[([|•/-]|^)\s*$/u;
const STANDS_ALONE_AFTER = /^\s?(?:in |at |[-:,)|\]/]|$)/u;
const JOB_AFTER =
  /^[\s-]{0,2}(?:working|position|role|job|model|work\b|only|(?:in|at) (?:our|the) (?:\S+ ){0,3}(?:office|headquarters|hq|plant|facility|location)|required|presence|schedule|attendance|\d days|monday|days|\(?\d)/u;
const SOFT_BEFORE =
  /(?:potentially|mostly|mainly|primarily|predominantly|principalmente|mayormente|eligible (?:for|to)|may (?:also )?allow(?: for)?|flexib\S* (?:to|for|on|de|para|en|of)|flexible (?:working )?(?:hours|schedules?)(?: and|,| &)|option(?:s|al)?(?: \S+){0,3}|occasional(?:ly)?|opportunit\S+(?: \S+)?|posibilidad de|eventual|ocasional(?:mente)?|algunos|may include(?: \S+)*|pudiendo|dias? de|days? of|up to \S+ \S+|partial(?:ly)?|partly|parcial(?:mente)?|some|limited|days (?:that )?you(?:'re| are)?|(?:days|weeks)(?: (?:a|per) year)?(?: of)?|in-office and|oficina y|presencial y) (?:to |for |de |of |un |hacer |realizar |trabajar |trabajo |de forma |modalidad |esquema |work |working ){0,3}$/u;
const SOFT_AFTER =
  /^(?:,? (?:or|and|o|y) |, )(?:in |at |from |en |desde )?(?:the |la )?(?:office|oficina)\b|^[\s,-]{1,3}(?:(?:por|a la) semana|al mes|(?:per|a) week|(?:with|con) \d (?:days?|dias?) (?:per|a|each|por|al) |(?:work |working )?(?:flexib|option|opportunit|days? possible|possib|is an option|is possible|may be|can be (?:possible|arranged)|occasion|eventual|parcial|partial|posterior|pasado|despues|luego|una vez|tras |on occasion|as needed|when needed|algunos|several times|several days|days?\b|once a|a few|un dia|dos dias|\d dias?|part of|some |(?:most |on |every |each |los )?(?:mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|lunes|martes|miercoles|jueves|viernes)(?! (?:to|through|thru|a|-)\b)|(?:for |at least |up to |hasta |maximo |a minimum of )*(?:\d|one|two|three|four|un|una|dos|tres)(?:\s?(?:-|to|or|a|o)\s?\d)? (?:days?|dias?|times?|veces)(?! a year)))/u;
/** Whoever may do so from anywhere need not come. */
const ANYWHERE_AFTER = /^\*? from anywhere/u;
const ENVIRONMENT_AFTER = /^ environments?\b/u;
const WORKS_IN_BEFORE =
  /\b(?:work|working|works|thrive|thrives|thriving|succeed|excel|offer|offering|comfortable)\b[^.;\n]{0,58}$/u;

/** "20 days fully remote working a year" is a perk. */
const SOME_TIME_BEFORE = /\d+ (?:days|weeks|dias|semanas)(?: of| de)? $/u;

/** "Work from home (100%): No", "remotely: temporarily due to COVID-19", "work from home policy". */
const TAKEN_BACK_AFTER =
  /^(?:\s(?:worker|work|working|option|eligible|position|available))*(?:[\s:?()\d%-]{1,14}no(?![\p{L}])|:?\s{1,3}temporar|:?\s(?:until|during|due to)\s|\spolic|(?![^.\n]{0,30}\bafter\b)[^.\n]{0,50}\b(?:covid|coronavirus|pandemi)|[^.\n]{0,20} (?:\d+|one|two|three|four|six) (?:weeks?|days|months?)(?: a | per | each | every |\/)year)/u;
const SOON_OVER_BEFORE = /\b(?:initially|temporarily|potential(?: for)?|inicialmente|temporalmente) $/u;
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
type Around = { words: string; before: string; after: string };

/** "In the office four days a week" leaves a day elsewhere. */
const SOME_DAYS_AFTER = new RegExp(`^[ ,(:-]{1,3}${AT_LEAST}${COUNT}${OR_MORE} (?:days?|dias?|veces|times)`, "u");

function isOnsiteOfJob({ words, before, after }: Around): boolean {
  if (MEETING_AFTER.test(after) || MEETING_BEFORE.test(before) || AMENITY_AFTER.test(after)) return false;
  if (!/^(?:on|in.person)/u.test(words)) return true;
  if (JOB_BEFORE.test(before) || JOB_AFTER.test(after)) return true;
  return words.startsWith("on") && STANDS_ALONE_BEFORE.test(before) && STANDS_ALONE_AFTER.test(after);
}

function onsiteBy(phrase: Phrase, around: Around): Said | null {
  if (DENIED_BEFORE.test(around.before) || !isOnsiteOfJob(around)) return null;
  if (SOME_DAYS_AFTER.test(around.after)) return { kind: "hybrid", isFull: false, phrase };
  return { kind: "onsite", isFull: /^100|^no|^sin|no$/u.test(around.words), phrase };
}

/** "A remote environment" is where one works, or what one looks after. */
function isEnvironmentAlone({ before, after }: Around): boolean {
  return ENVIRONMENT_AFTER.test(after) && !WORKS_IN_BEFORE.test(before);
}

function remoteBy(field: Field, phrase: Phrase, around: Around): Said | null {
  const { words, before, after } = around;
  if (isTakenBack(field, phrase) || SOON_OVER_BEFORE.test(before)) return null;
  if (DENIED_AFTER.test(after)) return { kind: "onsite", isFull: true, phrase };
  const isFull = phrase.groups["full"] !== undefined && !SOME_TIME_BEFORE.test(before);
  const isOfJob = field.field === "title" || /^(?:home|teletrab|telewo|teleco|wfh)/u.test(words);
  const isMeeting = !isOfJob && (MEETING_AFTER.test(after) || MEETING_BEFORE.test(before));
  if (!isFull && (isMeeting || THING_BEFORE.test(before))) return null;
  const isSoft = phrase.groups["home"] !== undefined || SOFT_BEFORE.test(before) || SOFT_AFTER.test(after);
  return { kind: isSoft && !isFull && !ANYWHERE_AFTER.test(after) ? "soft" : "remote", isFull, phrase };
}

function saidBy(field: Field, phrase: Phrase): Said | null {
  const { before, after } = sentenceOf(field, phrase.start, phrase.end, 60);
  const around = { words: field.fold.folded.slice(phrase.start, phrase.end), before, after };
  const isHybrid = phrase.groups["hybrid"] !== undefined;
  if (UNDECIDED_BEFORE.test(before) && !SETTLED_BEFORE.test(before)) return null;
  if (!isHybrid && UNDECIDED_AFTER.test(after) && !DENIED_AFTER.test(after)) return null;
  if (phrase.groups["onsite"] !== undefined) return onsiteBy(phrase, around);
  if (DENIED_BEFORE.test(before) || isEnvironmentAlone(around)) return null;
  if (!isHybrid) return remoteBy(field, phrase, around);
  return HYBRID_THING_BEFORE.test(before) ? null : { kind: "hybrid", isFull: false, phrase };
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
  [
    "remote",
    /\bremot[eoa]s?\b|\bteletrabajo\b|\bhome[ -]?office\b|\bwork(?:ing)? from home\b|\bhome[ -]based\b|\bwfh\b|\bdesde casa\b|\banywhere\b/iu,
  ],
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
