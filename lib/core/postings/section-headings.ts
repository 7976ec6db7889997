import type { SectionKind } from "./posting-reading";

function phrases(list: string): readonly string[] {
  return list.split("|").map((phrase) => phrase.trim());
}

const HEADINGS: Readonly<Record<Exclude<SectionKind, "other">, readonly string[]>> = {
  duties: phrases(`
    responsibilities | key responsibilities | main responsibilities | primary responsibilities | job responsibilities | your responsibilities |
    duties | key duties | job duties | main duties | duties and responsibilities | roles and responsibilities | essential duties |
    essential duties and responsibilities | essential functions | what you'll do | what you will do | what you'll be doing | what you will be doing |
    your role | the role | about the role | role overview | role description | about the job | about this role | job description | position description |
    position summary | job summary | role summary | day to day | in this role | in this role you will | tasks | main tasks | the position | the opportunity |
    key accountabilities | accountabilities | scope | how you will make an impact | your impact | what you will be responsible for | you will |
    funciones | funciones principales | principales funciones | funciones a desempenar | funciones del puesto | funciones a realizar | tus funciones |
    tus funciones seran | sus funciones seran | responsabilidades | responsabilidades principales | principales responsabilidades | responsabilidades del puesto |
    tus responsabilidades | tareas | tareas principales | principales tareas | tareas a realizar | tareas a desarrollar | tareas del puesto | actividades |
    actividades principales | actividades a realizar | principales actividades | que haras | que vas a hacer | que hara | tu mision | mision |
    mision del puesto | mision del cargo | objetivo del puesto | objetivo del cargo | proposito del puesto | descripcion | descripcion del puesto |
    descripcion del cargo | descripcion del empleo | el puesto | sobre el puesto | sobre el rol | el rol | acerca del empleo | cual sera tu mision | tus desafios |
    tu dia a dia | en que consiste | la persona seleccionada se encargara de | seras responsable de | sus principales funciones seran | sus principales responsabilidades seran |
    sus principales tareas seran | funciones y responsabilidades | tareas y responsabilidades`),
  required: phrases(`
    requirements | requirement | job requirements | minimum requirements | basic requirements | position requirements | qualifications |
    minimum qualifications | basic qualifications | required qualifications | education and experience | education & experience | required skills |
    required skills and experience | key skills | skills required | skills | technical skills | essential skills | essential criteria | essential | must have |
    must haves | must-haves | what you need | what you'll need | what you will need | what you bring | what you'll bring | what you will bring |
    what we are looking for | what we're looking for | we are looking for | who you are | about you | your profile | your skills | skills and experience |
    skills & experience | experience | experience required | required experience | knowledge | competencies | you have | you will have | what we need |
    what we expect | ideal candidate | the ideal candidate | person specification | candidate profile | tech stack | requisitos | requisito | requisitos minimos |
    requisitos excluyentes | requisitos del puesto | requisitos indispensables | requisitos obligatorios | requisitos necesarios | principales requisitos |
    requerimientos | requerimientos del puesto | perfil | perfil requerido | perfil solicitado | perfil del puesto | perfil buscado | perfil del candidato |
    que buscamos | lo que buscamos | que necesitas | que necesitamos | que pedimos | que esperamos de ti | que debes tener | imprescindible | indispensable |
    excluyente | excluyentes | conocimientos | conocimientos tecnicos | conocimientos requeridos | conocimientos especificos | conocimientos y experiencia |
    experiencia | experiencia requerida | experiencia minima | formacion | formacion academica | educacion | estudios | habilidades | habilidades tecnicas |
    competencias | competencias tecnicas | competencias requeridas | tecnologias | stack tecnologico | tu perfil | aptitudes | destrezas | se requiere | requerimos |
    nos gustaria que tuvieras | formacion y experiencia | titulo`),
  preferred: phrases(`
    nice to have | nice to haves | nice-to-have | preferred | preferred qualifications | preferred skills | preferred experience | preferred requirements |
    desired | desired skills | desired qualifications | desirable | desirable skills | desirable criteria | bonus | bonus points | bonus skills |
    additional skills | a plus | pluses | good to have | it's a plus if you have | extras | deseable | deseables | requisitos deseables | requisitos deseados |
    conocimientos deseables | valorable | se valora | se valorara | se valorara positivamente | valoramos | valoraremos | plus | no excluyente | no excluyentes |
    sera un plus | es un plus | suma puntos | te suma | opcional | deseado | requisitos no excluyentes | preferentemente`),
  benefits: phrases(`
    benefits | perks | benefits and perks | perks and benefits | perks & benefits | what we offer | what we offer you | we offer | our benefits | our offer |
    compensation and benefits | compensation & benefits | what's in it for you | why join us | why us | rewards | pay and benefits | what you get |
    what you'll get | what you will get | in return | benefits include | beneficios | nuestros beneficios | beneficios del puesto | que ofrecemos | ofrecemos | se ofrece |
    la empresa ofrece | te ofrecemos | que te ofrecemos | lo que ofrecemos | lo que te ofrecemos | oferta | oferta laboral | compensaciones y beneficios | compensacion y beneficios |
    por que elegirnos | por que trabajar con nosotros | por que unirte | condiciones | condiciones de contratacion | condiciones laborales |
    condiciones del puesto | condiciones ofrecidas | beneficios adicionales | incentivos`),
  about: phrases(`
    about us | who we are | about the company | our company | company overview | company description | about the team | the team | our team | our mission |
    our values | our culture | our story | equal opportunity | equal opportunity employer | equal employment opportunity | equal opportunities | diversity and inclusion |
    diversity, equity and inclusion | diversity | additional information | hiring process | selection process | recruitment process | interview process |
    how to apply | disclaimer | privacy notice | eeo statement | proceso de seleccion | proceso de contratacion | sobre nosotros | quienes somos | sobre la empresa |
    acerca de nosotros | acerca de la empresa | la empresa | nuestra empresa | nuestros valores | nuestra cultura | nuestra historia | igualdad de oportunidades |
    informacion adicional | como postular | como postularse | como aplicar | descripcion de la empresa | conocenos`),
};

/** What a heading opens, by its folded words. */
export const SECTION_OF: ReadonlyMap<string, SectionKind> = new Map(
  (["about", "benefits", "duties", "preferred", "required"] as const).flatMap((kind) =>
    HEADINGS[kind].map((phrase): [string, SectionKind] => [phrase, kind]),
  ),
);

/** No heading is longer. */
export const MAX_HEADING_CHARS = Math.max(...Array.from(SECTION_OF.keys(), (phrase) => phrase.length));
