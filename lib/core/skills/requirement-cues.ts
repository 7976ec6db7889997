import { COMPANY_CUES, JOB_CUES } from "./company-cues";

/** Sections of an advert that change what a skill named in them means; `tasks` is every section that asks for nothing. */
export type SectionKind = "required" | "preferred" | "tasks" | "boilerplate";

/**
 * Words inside a sentence that say how strongly it asks. `experience` asks, but yields to what the section says; `legal`
 * marks statements about equal opportunity, which name no skills however much they sound like it ("genetics"); `company` opens
 * talk about the employer, which `job` and all that asks for something keep it from.
 */
const INLINES = [
  "required",
  "preferred",
  "experience",
  "deniesNext",
  "deniesPrevious",
  "legal",
  "company",
  "job",
] as const;
export type InlineCue = (typeof INLINES)[number];

export type CueKind = { section: SectionKind } | { inline: InlineCue };

function phrases(list: string): readonly string[] {
  return list.split("|").map((phrase) => phrase.trim());
}

const SECTION_CUES: Record<SectionKind, readonly string[]> = {
  required: phrases(`
    requirements | requirement | job requirements | minimum requirements | basic requirements |
    qualifications | minimum qualifications | basic qualifications | required qualifications |
    required skills | key skills | skills required | skills | technical skills | essential skills |
    essential criteria | essential | must have | must haves | what you need | what you'll need |
    what you will need | what you bring | what you'll bring | what you will bring | what we are looking for |
    what we're looking for | we are looking for | who you are | about you | your profile | your skills |
    skills and experience | skills & experience | experience | experience required | required experience |
    knowledge | competencies | you have | you will have | what we need | what we expect | ideal candidate |
    education and experience | tech stack | stack | requisitos | requisito | requisitos minimos |
    requisitos excluyentes | requerimientos | requerimiento | perfil | perfil requerido | perfil del puesto |
    perfil buscado | que buscamos | lo que buscamos | buscamos | que necesitas | que necesitamos |
    que pedimos | que esperamos de ti | que debes tener | imprescindible | indispensable | excluyente |
    excluyentes | conocimientos | conocimientos tecnicos | conocimientos requeridos |
    conocimientos y experiencia | experiencia | experiencia requerida | experiencia minima | formacion |
    formacion academica | educacion | estudios | habilidades | habilidades tecnicas | competencias |
    competencias tecnicas | tecnologias | stack tecnologico | nos gustaria que tuvieras | tu perfil |
    aptitudes | destrezas | skills tecnicos | se requiere | requerimos | que necesitamos de vos`),
  preferred: phrases(`
    nice to have | nice to haves | preferred | preferred qualifications | preferred skills |
    preferred experience | desired | desired skills | desired qualifications | desirable | desirable skills |
    desirable criteria | bonus | bonus points | bonus skills | additional skills | a plus | pluses |
    good to have | it's a plus if you have | it helps if you have | it helps if | you might also have | good extras | extras |
    useful | good to know | te servira | te servira haber visto | suma puntos | que te puede diferenciar | que te daria ventaja |
    it would be great if | deseable | deseables | requisitos deseables | requisitos deseados |
    conocimientos deseables | valorable | se valora | se valorara | se valorara positivamente | valoramos |
    valoraremos | plus | no excluyente | no excluyentes | nos encantaria que | sera un plus | es un plus |
    suma puntos | sumamos puntos | te suma | preferentemente | preferible | opcional | nice-to-have |
    deseado`),
  tasks: phrases(`
    responsibilities | key responsibilities | main responsibilities | duties | key duties | job duties |
    your responsibilities | what you'll do | what you will do | what you'll be doing | your role | the role |
    about the role | about the job | role description | job description | description | job summary |
    summary | day to day | in this role | tasks | position summary | essential functions | essential duties |
    funciones | funciones principales | principales funciones | responsabilidades |
    principales responsabilidades | tareas | principales tareas | tareas a realizar | que haras |
    que vas a hacer | tus funciones | tu mision | mision | descripcion | descripcion del puesto |
    objetivo del puesto | actividades | actividades a realizar | el puesto | sobre el puesto | sobre el rol |
    acerca del empleo | cual sera tu mision | tus desafios | pay range | salary range | compensation |
    horario | horarios | lugar de trabajo | modalidad | modalidad de trabajo | salario | sueldo |
    remuneracion`),
  boilerplate: phrases(`
    about us | who we are | about the company | our company | company overview | company description |
    about the team | our mission | our values | our culture | why join us | why us | benefits | perks |
    benefits and perks | what we offer | we offer | our benefits | equal opportunity |
    equal opportunity employer | equal employment opportunity | diversity and inclusion | diversity |
    additional information | compensation and benefits | compensation & benefits | hiring process |
    selection process | recruitment process | interview process | proceso de seleccion | proceso de contratacion |
    compensaciones y beneficios | compensacion y beneficios | how to apply | what's in it for you | disclaimer | privacy notice |
    sobre nosotros | quienes somos | sobre la empresa | acerca de nosotros | acerca de la empresa |
    la empresa | nuestra empresa | nuestros valores | nuestra cultura | que ofrecemos | ofrecemos |
    se ofrece | te ofrecemos | beneficios | nuestros beneficios | que te ofrecemos | por que elegirnos |
    por que trabajar con nosotros | condiciones | condiciones de contratacion | condiciones laborales |
    igualdad de oportunidades | informacion adicional | como postular`),
};

const INLINE_CUES: Record<InlineCue, readonly string[]> = {
  required: phrases(`
    required | requires | must | must have | mandatory | essential | necessary | minimum | require |
    requisito | requisitos | requisito excluyente | requerido | requerida | requeridos | requiere |
    se requiere | requerimos | indispensable | indispensables | imprescindible | imprescindibles |
    excluyente | excluyentes | obligatorio | obligatoria | necesario | necesaria | necesarios | minimo |
    minima | deberas | debe | deben`),
  preferred: phrases(`
    preferred | preferably | preferable | desirable | desired | ideally | nice to have | a plus | is a plus |
    plus | bonus | advantage | advantageous | an asset | would be beneficial | beneficial | optional |
    good to have | not required but | not mandatory but | helpful | deseable | deseables | deseado |
    idealmente | preferiblemente | preferentemente | preferible | preferencia | valorable | valorables |
    se valora | se valorara | se valoraran | valoramos | valorara | valoraremos | sera un plus | es un plus |
    un plus | no excluyente | no excluyentes | opcional | sera una ventaja | ventaja | suma | sumara |
    no indispensable | no imprescindible | no es excluyente | no es indispensable`),
  experience: phrases(`
    experience with | experience in | experience using | experience of | experienced in |
    experience working with | knowledge of | proficiency in | proficiency with | proficient in |
    proficient with | proficient | expertise in | skilled in | fluent in | familiarity with | familiar with |
    understanding of | strong | solid | ability to | background in | hands on | command of | skills in |
    looking for | degree in | plus years | experiencia en | experiencia con | experiencia | conocimiento | conocimientos |
    conocimiento en | conocimientos en | conocimiento de | conocimientos de | manejo | manejo de |
    manejo del | dominio | dominio de | nivel | solidos | capacidad de | capacidad para | buscamos |
    titulo de | estudiante de | graduado en | graduado de | habilidad para | habilidades de`),
  deniesNext: phrases(`
    no es necesario | no es necesaria | no se requiere | no se necesita | no requiere | no necesitas |
    no hace falta | sin experiencia en | sin experiencia | sin conocimientos de | sin necesidad de |
    no need for | no need to know | do not need | don't need | without experience in | no experience in |
    no experience with | no prior experience in | no previous experience in | no knowledge of |
    does not require | doesn't require`),
  deniesPrevious: phrases(`
    not required | is not required | not necessary | is not necessary | not needed | is not needed |
    not mandatory | no requerido | no requerida | no es necesario | no es necesaria | no es requerido |
    no es requerida | no necesario | no necesaria | no es obligatorio | no obligatorio`),
  legal: phrases(`
    equal opportunity | equal opportunities | without regard to | regardless of | national origin | sexual orientation |
    gender identity | veteran status | marital status | reasonable accommodation | reasonable accommodations | discriminate |
    discrimination | orientacion sexual | identidad de genero | estado civil | sin distincion | igualdad de oportunidades |
    no discriminamos | discriminacion`),
  company: COMPANY_CUES,
  job: JOB_CUES,
};

const SECTIONS = ["required", "preferred", "tasks", "boilerplate"] as const;

const CUES_BY_KIND: readonly { kind: CueKind; phrases: readonly string[] }[] = [
  ...SECTIONS.map((section) => ({ kind: { section }, phrases: SECTION_CUES[section] })),
  ...INLINES.map((inline) => ({ kind: { inline }, phrases: INLINE_CUES[inline] })),
];

/** All that a cue may mean. */
export const CUE_KINDS: readonly CueKind[] = CUES_BY_KIND.map(({ kind }) => kind);

/** All cue phrases, folded, with what they mean, one of `CUE_KINDS`; a phrase may be in several kinds. */
export const CUES: readonly { phrase: string; kind: CueKind }[] = CUES_BY_KIND.flatMap(({ kind, phrases: all }) =>
  all.map((phrase) => ({ phrase, kind })),
);
