import { foldedPattern } from "./folded-pattern";
import { findPhrasesNear, type Trigger } from "./find-near";
import { type Field, type Phrase, sentenceOf } from "./find-phrases";
import type { EducationLevel } from "./posting-reading";
import { EDUCATION_LEVELS, type Reading } from "./posting-reading";
import { WISHED_PLUS } from "./wished-plus";

const CONFIDENCE = { asked: 0.85, wished: 0.6 } as const;

const NAMED: Trigger = { word: "education", before: 30, after: 45 };
const DEGREE = foldedPattern(
  String.raw`\bbachelor(?:'?s)?(?: degree| of \p{L}+)?|\b(?:university|college|undergraduate|four-year|4-year|advanced|graduate) degree|(?<!associate'?s? )\bdegree (?:in|or|from|required)|\b(?:ba|bs|bsc|b\.s\.|b\.a\.)(?: degree|/(?:ba|bs|ms)\b| in |,? (?:or|and) (?:an? )?(?:m\.?sc?\b|m\.?a\b|mba\b|master|ph\.? ?d))|\bmaster'?s? degree|\btitulo (?:universitario|profesional|de grado|terciario)|\btitulad[oa]s? en|\blicenciad[oa]s? en|\blicenciatura|\bingenieria en\b|\bcarreras? (?:universitaria|de grado|afines?)|\bcarreras profesionales\b|\bestudios (?:universitarios|superiores)|\bgraduad[oa]s? (?:en|de|universitari)|(?<!(?:desarroll\p{L}{1,4}|crecimiento|desafio|equipo(?: de)?|conductor|limpieza|personal y|seguimiento|capacitacion|trato|servicio|destacados) )\bprofesional(?:es)? en\b(?= \p{L})(?! (?:una?|el|la|los|las|tod[oa]s?|turnos|nuestr[oa]s?|multiples|varias|vigencia|atencion)\b)|\bprofesional(?:es)? (?:graduad|titulad)|\b(?:grado|nivel) universitario|\bformacion universitaria|\buniversitario (?:completo|graduado)|\btercer nivel|\bph ?d\b|\bdoctorado en`,
);
const NO_DEGREE =
  /\bno (?:college |university )?degree (?:is )?(?:required|necessary|needed)|\bdegree (?:is )?not (?:required|necessary)|\bno se requiere titulo|\bhigh school diploma|\bged\b|\bsecundari[oa] completo?a?|\bbachiller(?:ato)?\b|\bestudios secundarios|\bsegunda ensenanza|\beso\b(?= o | completa)/g;
const ONLY_WISHED = new RegExp(
  `prefer|desir|deseable|nice to have|${WISHED_PLUS}|ideal|valor|equivalent (?:work |practical |professional )?experience|o experiencia equivalente|or (?:related |relevant )?experience`,
  "u",
);
const STUDENT =
  /estudiantes?(?: \p{L}+){0,4} $|cursando(?: \p{L}+){0,3} $|avanzad[oa]s? (?:de|en) (?:la )?$|pursuing (?:an? )?$/u;

/** True where a university degree is asked for without a way round it, false where the advert asks for less, else null. */
export function readDegree(text: Field): Reading<boolean> | null {
  const none = findPhrasesNear(text, NAMED, NO_DEGREE);
  const degrees = findPhrasesNear(text, NAMED, DEGREE);
  const firm = degrees.find(({ start, end }) => {
    const { before, after } = sentenceOf(text, start, end);
    return !ONLY_WISHED.test(before.slice(-60)) && !ONLY_WISHED.test(after) && !STUDENT.test(before);
  });
  const isWaived = none.some((phrase) => /degree|titulo/u.test(phrase.evidence.text.toLowerCase()));
  const told = (value: boolean, phrase: Phrase): Reading<boolean> => {
    return { value, confidence: CONFIDENCE.asked, method: "text", evidence: [phrase.evidence] };
  };
  if (firm !== undefined && !isWaived) return told(true, firm);
  const softer = none[0] ?? degrees[0];
  return softer === undefined ? null : told(false, softer);
}

/** Words for each level, the least first; a "bachiller" of Latin America and Spain has finished school. */
const LEVEL_WORDS: Readonly<Record<EducationLevel, string>> = {
  none: "no (?:college |university |formal )?(?:degree|qualifications?|education) (?:is |are )?(?:required|necessary|needed)|(?:sin|no se requieren?) (?:estudios|titulo|formacion)",
  secondary:
    "high school(?: diploma| degree| graduate| education)?|ged|secundari[oa]s?(?: completos?| completa| finalizad[oa])?|estudios secundarios|bachiller(?:ato|es)?(?! (?:universitari|en (?:administracion|ingenieria|contabilidad|derecho|economia)))|segunda ensenanza|educacion media|gcses?|a-levels?|polimodal|e\\.?s\\.?o\\.?(?= o | completa|\\s*$)|graduado escolar|noveno ano|preparatoria(?: terminada)?|prepa",
  technical:
    "associate'?s? degree|vocational|nvq|btec|hn[cd]|titulo terciario|terciari[oa]s?(?: completos?)?|tecnic[oa] superior|tecnolog[oa] en|nivel tecnico|tecnicatura|carrera tecnica|titulo tecnico|grado (?:medio|superior)(?! universitario)|ciclo formativo|formacion profesional|cfgs|cfgm|fp (?:ii|i|de|medio|superior)|tsu|(?:tecnico|tecnologo) (?:titulado|graduado|recibido)|trade school",
  bachelor:
    "bachelor(?:'?s)?(?: degree)?|(?:university|college|undergraduate|four-year|4-year) degree|degree (?:in|from|required)|(?:ba|bs|bsc|b\\.s\\.?|b\\.a\\.?)(?= degree|/|,? in |,? (?:or|and) (?:an? )?(?:m\\.?sc?|m\\.?a|mba|master|ph)|, ?(?:ms|ma|mba|msc|phd))|titulo (?:universitario|profesional|de grado|de tercer nivel)|titulo (?:en|de)(?= (?:ing(?:enieria|\\.)|administracion|contabilidad|contaduria|auditoria|derecho|econom|finanzas|psicolog|arquitectura|marketing|mercad|comunicacion|sistemas|informatica|ciencias|computacion|quimica|biolog|bioquimica|medicina|farmacia|nutricion|matematic|estadistic|relaciones|recursos humanos|comercio|negocios|educacion|pedagog|trabajo social|diseno|turismo|publicidad|periodismo|sociolog|veterinaria|agronom|geolog|historia|letras|logistica))|titulad[oa]s? en|(?:licenciad[oa]s?|ingenier[oa]s?)(?: ?[/(]-?[oa]s?\\)?)? en|(?:lic|ing|lcd[oa])\\.? en(?= \\p{L})(?! \\p{L}+ [-–|] )|licenciatura|ingenieria en|carreras? (?:universitarias?|de grado)|carreras profesionales|(?:estudios|formacion|educacion|grado|nivel|titulacion) (?:universitari[oa]s?|superior(?:es)?)|graduad[oa]s? (?:en|de|universitari[oa]s?)|(?<!(?:desarroll\\p{L}{1,4}|crecimiento|desafio|equipo(?: de)?|conductor|limpieza|personal y|seguimiento|capacitacion|trato|servicio|destacados) )profesional(?:es)? en(?= \\p{L})(?! (?:una?|el|la|los|las|tod[oa]s?|turnos|nuestr[oa]s?|multiples|varias|vigencia|atencion)\\b)|profesional(?:es)? (?:graduad[oa]s?|titulad[oa]s?)|universitari[oa]s? (?:complet[oa]|graduad[oa]|recibid[oa])|tercer nivel|bachiller (?:universitario|en)|contador(?:/a)? publico",
  master:
    "master'?s?(?: degree)?(?= degree| in |,| or|/)|m\\.?sc|mba|maestria|posgrado|postgrado|postgraduate|cuarto nivel|advanced degree|ms(?= degree| in )",
  doctorate: "ph ?\\.?d\\.?|doctorate|doctorado|doctoral degree",
};
const NAMED_LEVEL = foldedPattern(
  String.raw`(?<![\p{L}\p{N}])(?:${EDUCATION_LEVELS.map((level) => `(?<${level}>${LEVEL_WORDS[level]})`).join("|")})(?![\p{L}\p{N}])`,
);
const WISHED = new RegExp(
  String.raw`prefer|desir|deseable|nice to have|${WISHED_PLUS}|ideal|\bvalor|bonus|advantage`,
  "u",
);
const STUDYING =
  /estudiantes?(?: \p{L}+){0,5} $|cursando(?: \p{L}+){0,4} $|avanzad[oa]s? (?:de|en) (?:la )?$|(?:pursuing|enrolled in|working towards?)(?: \p{L}+){0,3} $/u;
/** "Master data", "docente de secundaria", "clients in higher education". */
const OTHER_AFTER =
  /^ (?:data|students?|teachers?|teaching|class|agreement|schedule|planner|budget|files?|services? agreement)/u;
const OTHER_BEFORE =
  /(?:funcion|funciones|tareas?|actividad|docentes? de|profesor(?:a|es)? de|maestr[oa]s? de|alumnos de|nivel|escuela|colegio|scrum|web|post|support|students in|at the) $/u;

/** What those have finished who still study for a level. */
const BEFORE_LEVEL: Readonly<Record<EducationLevel, EducationLevel>> = {
  none: "none",
  secondary: "none",
  technical: "secondary",
  bachelor: "secondary",
  master: "bachelor",
  doctorate: "bachelor",
};

type Named = { level: EducationLevel; phrase: Phrase; isWish: boolean };

function namedLevels(text: Field): Named[] {
  return findPhrasesNear(text, NAMED, NAMED_LEVEL).flatMap((phrase): Named[] => {
    const level = EDUCATION_LEVELS.find((one) => phrase.groups[one] !== undefined);
    const { before, after } = sentenceOf(text, phrase.start, phrase.end, 90);
    if (level === undefined || OTHER_AFTER.test(after) || OTHER_BEFORE.test(before)) return [];
    const isWish = WISHED.test(before.slice(-45)) || WISHED.test(after.slice(0, 60));
    return [{ level: STUDYING.test(before) ? BEFORE_LEVEL[level] : level, phrase, isWish }];
  });
}

/**
 * The least level of education that would do: of "high school or bachelor's" the first, since either is enough; a wish only where nothing is asked.
 * Students are asked for no more than what comes before: finished school, or a first degree for a master's; null where no level is named.
 */
export function readEducation(text: Field): Reading<EducationLevel> | null {
  const named = namedLevels(text);
  const asked = named.filter((one) => !one.isWish);
  const [first, ...others] = asked.length > 0 ? asked : named;
  if (first === undefined) return null;
  const rank = (one: Named): number => EDUCATION_LEVELS.indexOf(one.level);
  const least = others.reduce((low, one) => (rank(one) < rank(low) ? one : low), first);
  const confidence = least.isWish ? CONFIDENCE.wished : CONFIDENCE.asked;
  return { value: least.level, confidence, method: "text", evidence: [least.phrase.evidence] };
}
