import { foldLabel } from "@/lib/core/kernel/fold";

export type CompanyKind = "employer" | "agency";

/** Words of a name that only agencies for staff use, in English and Spanish, folded. */
const AGENCY_NAME = new RegExp(
  [
    String.raw`rr\.? ?hh\.?`,
    "rrhh",
    "rh",
    "hr(?: (?:consulting|consultora|consultores|agency|solutions|services|specialists?))?$",
    "recursos humanos",
    "human resources?",
    "recruit(?:ment|ing|ers?|ics?)",
    "reclutamiento",
    "reclutador(?:a|es|as)?",
    "head ?hunt(?:ers?|ing)",
    "hunters? de talento",
    "executive search",
    "search (?:&|and) (?:selection|recruitment)",
    "staffing",
    "employment (?:agency|services|solutions)",
    "empleos? temporal(?:es)?",
    "trabajo temporal",
    "servicios (?:temporales|eventuales)",
    "talentum",
    "(?:generacion|desarrollo|atraccion|busqueda|soluciones) (?:de |del |en )?talentos?",
    "temporales",
    "ett",
    "e\\.t\\.t\\.?",
    "seleccion(?: de personal)?",
    "selector[ae]s?",
    "busqueda(?:s)?(?: y seleccion| laborales?)",
    "bolsa de (?:empleo|trabajo)",
    "agencia de (?:empleo|colocacion)",
    "agencia de personal",
    "consultor(?:a|es|ia) (?:en|de) (?:rr\\.? ?hh\\.?|recursos humanos|capital humano|talento|personal|seleccion|gestion humana)",
    "capital humano",
    "talento humano",
    "gestion (?:humana|del? talento|de personas)",
    "talent (?:acquisition|solutions|partners?|search|hunters?|group|consulting|network|pool|connection|scout(?:s|ing)?|agency)",
    "personnel (?:services|solutions|agency)",
    "manpower",
    "outsourcing de personal",
    "workforce solutions",
    "resourcing",
    "jobs? agency",
  ].join("|"),
  "u",
);
const AGENCY_WORDS = new RegExp(String.raw`(?:^|[^\p{L}\p{N}])(?:${AGENCY_NAME.source})(?=$|[^\p{L}\p{N}])`, "u");

/** Agencies for staff whose names do not say so; each stands at the beginning of a folded name. */
const KNOWN_AGENCIES =
  "adecco|grupo gestion|bumeran selecta|vaco|tenth revolution group|brooksource|staffigo|io associates|crossing hurdles|we are criterium|asoko tempo|randstad|manpower|manpowergroup|michael page|page personnel|pageexecutive|page group|pagegroup|hays|robert half|robert walters|kelly|experis|bayton|gi group|grafton|eurofirms|synergie|nortempo|ananda|imancorp|temporing|iman temporing|crit|flexiplan|multiwork|jobandtalent|job and talent|spring professional|lhh|akkodis|marlex|grupo crit|claire joster|faster empleo|sesa select|suministra|pluxee talent|guia laboral|cona grupo|cona|consultores de empresas|sk consultores|ghidini rodil|bertora|valuar|psicologos y asociados|teksystems|insight global|aerotek|apex systems|kforce|beacon hill|robert half technology|cybercoders|jobot|motion recruitment|volt|spherion|express employment professionals|allegis|actalent|collabera|mindlance|artech|judge group|the judge group|randstad digital|harvey nash|nigel frank international|jefferson frank|mason frank|frank recruitment group|reed|morgan mckinley|la fosse|oliver bernard|computer futures|real staffing|progressive|huxley|sthree|nicoll curtin|experis it|matchtech|gattaca|lorien|sanderson|adria solutions|proactive appointments|hunter bond|harnham|xcede|opus|understanding recruitment|in technology group|evolution recruitment|noir|jam recruitment|office angels|brook street|pertemps|blue arrow|search consultancy|morson|ttc group|venturi|toptal|get it recruit|talentify|adecco colombia|summar|hireline|soluciones laborales|cornerstone|transearch|korn ferry|egon zehnder|heidrick|heidrick struggles|spencer stuart|stanton chase|amrop|michael bailey associates|venquis|anson mccade|block mb|trust in soda|client side|alexander ash|goodman masson|eames|selby jennings|phaidon|phaidon international|glocomms|dsj global|larson maddox|epm scientific|lvi associates|mcgregor boyall|la fosse associates|austin fraser|franklin fitch|formula recruitment|pod talent|burns sheehan|annapurna|explore group|the explore group|maxwell bond|circle group|circle recruitment|few and far|hamilton barnes|dcs recruitment|ignite digital".split(
    "|",
  );
/** Names too common to be taken for the agency at the beginning of a longer name. */
const WHOLE_ONLY = new Set(
  "kelly|volt|reed|opus|progressive|crit|noir|ananda|cornerstone|hays|cona|summar|eames|explore group|circle group|client side|block mb|valuar|suministra|experis|annapurna|venturi|morson|hunter bond".split(
    "|",
  ),
);

/** What an advert says when it was written for somebody else: one client or company that looks for one person. */
const FOR_CLIENT = new RegExp(
  [
    "(?:para|de) (?:nuestr[oa]|su) (?:importante )?cliente\\b(?!s)",
    "nuestro (?:importante )?cliente,? (?:es |una? |del? |lider |busca|se encuentra|empresa|multinacional|importante)",
    "cliente (?:final )?(?:del? (?:sector|rubro)|lider|multinacional)",
    "(?:empresa|compania) cliente\\b",
    "para (?:una? )?(?:importante|reconocida|prestigiosa|destacada|distinguida) (?:y (?:importante|reconocida|prestigiosa) )?(?:empresa|compania|firma|multinacional|industria|cadena|constructora|organizacion|grupo|laboratorio|consultora|entidad|clinica|fabrica|estudio|distribuidora|concesionari[oa]|cooperativa|pyme|comercio|hotel|institucion)",
    "(?:seleccionamos|buscamos|solicita(?:mos)?|seleccionara|incorporara|buscando|busca(?:r|ndo)?|seleccion(?:ar|a|ando)?) para (?:una? )?(?:importante|reconocida|prestigiosa|empresa|compania|multinacional|cliente)",
    "our client,? (?:is|are|a|an|has|have|requires|seeks|needs|who|based|in|the|one|based in)\\b",
    "(?:for|with|by) (?:our|my) (?:prestigious |esteemed |valued |global |leading |direct )?client\\b(?!s)",
    "on behalf of (?:our|my|a|an|one of our) (?:\\w+ ){0,3}?clients?\\b",
    "my client\\b",
    "acting as an employment (?:agency|business)",
    "as an employment (?:agency|business)",
    "(?:is|are) (?:working|recruiting|partnering|partnered) (?:exclusively )?with (?:an?|our|one of)\\b[^.]{0,60}\\bto (?:recruit|find|hire|appoint)",
  ].join("|"),
  "u",
);
/** Names of consultancies: some of them look for staff, and where two of their texts say so, they do. */
const CONSULTANCY =
  /(?:^|[^\p{L}])(?:consultor(?:a|as|es|ia)|consulting|asociados|associates|partners?|search|selecta|talentos?|people)(?=$|[^\p{L}])/u;
const CONSULTANCY_SHARE = 0.1;

/** Texts in which a client speaks, at least, and their part of all that were read. */
const LEAST_SPEAKING = 2;
const SPEAKING_SHARE = 0.4;
const READ_CHARACTERS = 6_000;

/** Whether a text says that it was written for a client who looks for somebody. */
export function speaksForClient(text: string): boolean {
  return FOR_CLIENT.test(foldLabel(text.slice(0, READ_CHARACTERS)));
}

/** Whether a name is that of an agency for staff: its words say so, or it is a known one. */
export function isAgencyName(name: string): boolean {
  const folded = foldLabel(name.slice(0, 300));
  if (AGENCY_WORDS.test(folded)) return true;
  const bare = folded.replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  return KNOWN_AGENCIES.some((known) => bare === known || (!WHOLE_ONLY.has(known) && bare.startsWith(`${known} `)));
}

/**
 * Whether a company looks for people for itself or for others: by its names, else by what its texts say, where at least two of them and
 * two in five speak for a client; one in ten where the name is a consultancy's.
 */
export function companyKind(
  names: readonly string[],
  texts: { read: number; forClient: number },
): { kind: CompanyKind; because: "name" | "texts" | null } {
  if (names.some(isAgencyName)) return { kind: "agency", because: "name" };
  const { read, forClient } = texts;
  const least = names.some((name) => CONSULTANCY.test(foldLabel(name.slice(0, 300))))
    ? CONSULTANCY_SHARE
    : SPEAKING_SHARE;
  if (forClient >= LEAST_SPEAKING && forClient >= read * least) return { kind: "agency", because: "texts" };
  return { kind: "employer", because: null };
}
