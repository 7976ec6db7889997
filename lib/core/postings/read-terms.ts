import { type Evidence, type Field, findPhrases, type Phrase, sentenceOf } from "./find-phrases";
import type { EmploymentType, Workplace } from "./posting-fields";

export type Reading<T> = { value: T; evidence: Evidence[] };

const HYBRID =
  /(?<![\p{L}\p{N}])(?:hybrid(?![\s-](?:cloud|mobile|app|infrastructure|vehicle|environments?|solution))|hibrid[oa]s?(?! (?:cloud|movil))|semi-?presencial|modalidad mixta|esquema mixto|(?:\d|one|two|three|un|dos|tres) (?:dias?|days?)(?: (?:a la semana|por semana|a week|per week))? (?:de )?(?:home ?office|remot[oea]s?|from home|en casa|in the office|in office|onsite|on-site|presenciales))(?![\p{L}\p{N}])/gu;
const REMOTE =
  /(?<![\p{L}\p{N}])(?:(?:100 ?% ?|fully |full )?remote(?:ly)?(?![\s-](?:sens|desktop|access|control|server|support|monitor|site|area|location|team|patient|work policy))|(?:100 ?% ?)?remot[oa](?:s|mente)?|teletrabajo|trabajo desde casa|work(?:ing)? from home|wfh|home ?-?office(?! (?:in|at|located)\b)|work from anywhere)(?![\p{L}\p{N}])/gu;
const ONSITE =
  /(?<![\p{L}\p{N}])(?:(?:100 ?% ?)?presencial(?:es|mente)?|on-?site(?![\s-](?:gym|parking|support|restaurant|cafe|canteen|visit|childcare|medical|fitness))|in-office|in person|no remote|not remote|no remoto)(?![\p{L}\p{N}])/gu;
const DENIED_BEFORE =
  /(?:\bno|\bnot|\bnon|\bsin|n't|\bcannot be|\bunable to (?:offer|work))[\s-]+(?:es |a |an |be |offer |posibilidad de |available |fully |currently )?$/u;
/** "Acceso remoto" and "remote teams" are about the work, not about where it is done. */
const REMOTE_THING_BEFORE =
  /(?:acceso|control|soporte|escritorio|asistencia|monitoreo|conexion|forma|atencion|tecnica|manage|managing|support) $/u;
const MEETING_AFTER = /^ (?:interview|entrevista|meetings?|reuniones|training|capacitacion|events?|clientes)/u;
const MEETING_BEFORE =
  /(?:entrevista|interview|atencion|capacitacion|curso|clases|universidad|formacion|estudios)s? (?:es |de forma )?$/u;

function stated(field: Field, pattern: RegExp): Phrase[] {
  return findPhrases(field, pattern).filter(({ start, end }) => {
    const { before, after } = sentenceOf(field, start, end, 40);
    return (
      !DENIED_BEFORE.test(before) &&
      !REMOTE_THING_BEFORE.test(before) &&
      !MEETING_AFTER.test(after) &&
      !MEETING_BEFORE.test(before)
    );
  });
}

function workplaceOf(field: Field): Reading<Workplace> | null {
  const quotes = (phrases: readonly Phrase[]): Evidence[] => phrases.slice(0, 3).map((phrase) => phrase.evidence);
  const hybrid = stated(field, HYBRID);
  if (hybrid.length > 0) return { value: "hybrid", evidence: quotes(hybrid) };
  const [remote, onsite] = [stated(field, REMOTE), stated(field, ONSITE)];
  const [firstRemote, firstOnsite] = [remote[0], onsite[0]];
  if (firstRemote === undefined)
    return firstOnsite === undefined ? null : { value: "onsite", evidence: quotes(onsite) };
  if (firstOnsite === undefined) return { value: "remote", evidence: quotes(remote) };
  // Where both stand, the advert splits the week or lets one choose.
  return { value: "hybrid", evidence: [firstRemote.evidence, firstOnsite.evidence] };
}

/** Where the work is done, by clear words of the title, else of the text; null where nothing is said. */
export function readWorkplace(title: Field, text: Field): Reading<Workplace> | null {
  return workplaceOf(title) ?? workplaceOf(text);
}

const EMPLOYMENT: readonly [EmploymentType, RegExp][] = [
  [
    "full_time",
    /\bfull[\s-]?time\b|\btiempo completo\b|\bjornada completa\b|\bjornada (?:laboral )?(?:a )?tiempo completo\b/gu,
  ],
  ["part_time", /\bpart[\s-]?time\b|\bmedio tiempo\b|\bmedia jornada\b|\btiempo parcial\b|\bjornada parcial\b/gu],
  [
    "contract",
    /\bcontractors?\b|\bfreelancers?\b|\bcontract (?:position|role|basis|assignment|to hire)\b|\bcorp[\s-]to[\s-]corp\b|\bc2c\b|\bcontrato por (?:obra|servicios|proyecto)\b|\bprestacion de servicios\b|\bpor honorarios\b|\bemployment type:? contract\b/gu,
  ],
  [
    "temporary",
    /\btemporary (?:position|role|assignment|contract|job|basis)\b|\bcontrato (?:temporal|eventual|a plazo fijo)\b|\b(?:puesto|trabajo|empleo|reemplazo|posicion) (?:temporal|temporari[oa]|eventual)\b|\bfixed[\s-]term\b|\bpor temporada\b|\bseasonal\b/gu,
  ],
  [
    "internship",
    /\binternships?\b|\bpasantias?\b|\bpracticas profesionales\b|\bcontrato de practicas\b|\bbeca de practicas\b/gu,
  ],
];

/** The kind of employment that is named first, title before text; null where none is. */
export function readEmploymentType(title: Field, text: Field): Reading<EmploymentType> | null {
  for (const field of [title, text]) {
    let best: { value: EmploymentType; phrase: Phrase } | null = null;
    for (const [value, pattern] of EMPLOYMENT) {
      const phrase = findPhrases(field, pattern)[0];
      if (phrase !== undefined && (best === null || phrase.start < best.phrase.start)) best = { value, phrase };
    }
    if (best !== null) return { value: best.value, evidence: [best.phrase.evidence] };
  }
  return null;
}

const DEGREE =
  /\bbachelor(?:'?s)?(?: degree| of \p{L}+)?|\b(?:university|college|undergraduate|four-year|4-year|advanced|graduate) degree|(?<!associate'?s? )\bdegree (?:in|or|from|required)|\b(?:ba|bs|bsc|b\.s\.|b\.a\.)(?: degree|\/(?:ba|bs|ms)\b| in )|\bmaster'?s? degree|\btitulo (?:universitario|profesional|de grado|terciario)|\btitulad[oa]s? en|\blicenciad[oa]s? en|\blicenciatura|\bingenieria en\b|\bcarreras? (?:universitaria|profesional|de grado|afines?)|\bestudios (?:universitarios|superiores)|\bgraduad[oa]s? (?:en|de|universitari)|\bprofesional(?:es)? (?:en|graduad|titulad)|\b(?:grado|nivel) universitario|\bformacion universitaria|\buniversitario (?:completo|graduado)|\btercer nivel|\bphd|\bdoctorado en/gu;
const NO_DEGREE =
  /\bno (?:college |university )?degree (?:is )?(?:required|necessary|needed)|\bdegree (?:is )?not (?:required|necessary)|\bno se requiere titulo|\bhigh school diploma|\bged\b|\bsecundari[oa] completo?a?|\bbachiller(?:ato)?\b|\bestudios secundarios|\bsegunda ensenanza|\beso\b(?= o | completa)/gu;
const ONLY_WISHED =
  /prefer|desir|deseable|nice to have|\bplus\b|ideal|valor|equivalent (?:work |practical |professional )?experience|o experiencia equivalente|or (?:related |relevant )?experience/u;
const STUDENT =
  /estudiantes?(?: \p{L}+){0,4} $|cursando(?: \p{L}+){0,3} $|avanzad[oa]s? (?:de|en) (?:la )?$|pursuing (?:an? )?$/u;

/** True where a university degree is asked for without a way round it, false where the advert asks for less, else null. */
export function readDegree(text: Field): Reading<boolean> | null {
  const none = findPhrases(text, NO_DEGREE);
  const degrees = findPhrases(text, DEGREE);
  const firm = degrees.find(({ start, end }) => {
    const { before, after } = sentenceOf(text, start, end);
    return !ONLY_WISHED.test(before.slice(-60)) && !ONLY_WISHED.test(after) && !STUDENT.test(before);
  });
  const isWaived = none.some((phrase) => /degree|titulo/u.test(phrase.evidence.text.toLowerCase()));
  if (firm !== undefined && !isWaived) return { value: true, evidence: [firm.evidence] };
  const softer = none[0] ?? degrees[0];
  return softer === undefined ? null : { value: false, evidence: [softer.evidence] };
}
