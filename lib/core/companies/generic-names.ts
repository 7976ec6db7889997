/** Words that many companies have in their names: a name of nothing else stands for nobody in particular. */
const GENERIC = new Set(
  "a the of and for in y e de del la las el los en para por con su & grupo group holding holdings company companies compania companias empresa empresas corporacion corporation corp firm firma firmas consultora consultoras consultor consultores consultoria consulting consultants consultancy asesores asesoria advisors agency agencia estudio studio studios solutions solucion soluciones services service servicio servicios systems system sistemas global international internacional worldwide national nacional recursos humanos rrhh rr hh hr talent talento talentos staffing staff recruitment recruiting recruiters recruiter seleccion search personal people empleo empleos trabajo jobs job careers career technology technologies tecnologia tech it software digital data media marketing business industrial industrias industries industry comercial trading import export logistica logistics transporte construccion construcciones constructora ingenieria engineering health healthcare salud care hospital clinica centro center centre instituto institute universidad university colegio school fundacion foundation banco bank seguros insurance hotel hoteles restaurante restaurant colombia argentina mexico chile peru espana spain ecuador guatemala bolivia uruguay paraguay panama venezuela usa us uk europe europa latam america americas latinoamerica latin iberia north south norte sur este oeste east west private privada publica confidencial confidential anonima anonimo importante lider reconocida multinacional startup start up test prueba demo remote remoto freelance independent independiente self employed various varios otros other".split(
    " ",
  ),
);
const LEAST_LETTERS = 4;
const JOINING = /(?:^| )(?:and|und|et|y|e)(?= )/gu;

/** The letters and digits of a company's key without blanks, signs and the word that stands for "&". */
export function lettersOf(key: string): string {
  return key.replace(JOINING, " ").replace(/[^\p{L}\p{N}]+/gu, "");
}

/** The words of a key that tell companies apart. */
export function tellingWords(key: string): string[] {
  return key.split(" ").filter((word) => word !== "" && !GENERIC.has(word));
}

/** Whether a word says nothing of who a company is. */
export function isGenericWord(word: string): boolean {
  return GENERIC.has(word);
}

/** Whether a key says too little to be more than equal to another: under four telling letters, or common words only. */
export function isVagueName(key: string): boolean {
  return (
    tellingWords(key)
      .join("")
      .replace(/\P{L}+/gu, "").length < LEAST_LETTERS
  );
}
