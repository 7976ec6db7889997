function phrases(list: string): readonly string[] {
  return list.split("|").map((phrase) => phrase.trim());
}

/**
 * Words with which a sentence speaks of the employer: what it is, sells, believes and offers. What stands behind them in the
 * sentence is nobody's skill ("a leading provider of CRM solutions"), unless one of the job's words comes first.
 */
export const COMPANY_CUES: readonly string[] = phrases(`
  is a leading | is the leading | are a leading | a leading provider | leading provider of | global leader in | world leader in |
  market leader in | a leader in | leaders in | leading global | world's leading | world's largest | is a global | is a provider of |
  provider of | providers of | is committed to | are committed to | we're committed to | committed to creating | our mission |
  our vision | our purpose | our values | our culture | our company | our clients include | our customers include |
  client base | clients include | client is a | is a company | is an independent | founded in | founded by | established in |
  headquartered in | employees in | employees across | employees worldwide | fortune 500 | nasdaq | nyse | on a mission | mission is to |
  we offer | company offers | we also offer | offers a | they provide | they offer | we provide our employees | we believe |
  we foster | we pride ourselves | we celebrate | we empower | we embrace | we support our | specializes in | specialises in | specializing in |
  specialising in | offices in | stage company | award winning | working environment | work environment |
  team environment | supportive environment | environment built on | environment in which | office perks | awesome offices | benefits include |
  private medical | health insurance | medical insurance | paid time off | sectors including | industries including | business sectors |
  capabilities include | services include | our services | is partnering with | are partnering with |
  somos una | somos un | somos lideres | empresa lider | lider en | lideres en | empresa dedicada | empresa de | empresa del | empresa multinacional |
  empresa especializada | compania lider | compania de | compania especializada | compania dedicada | consultora especializada | importante empresa |
  reconocida empresa | prestigiosa empresa | organizacion dedicada | grupo empresarial | nuestro cliente | nos dedicamos a | nos especializamos |
  dedicada a la | dedicada al | especializada en | especializados en | vinculada a | fundada en | con presencia en | anos de trayectoria |
  trayectoria en | nuestra mision | nuestra vision | nuestros valores | nuestra cultura | nuestro proposito | una cultura | creemos en | creemos que |
  promovemos | fomentamos | ofrecemos | te ofrecemos | brindamos | te brindamos | ambiente laboral | entorno de trabajo |
  ambiente de trabajo | clima laboral | descuentos en | plan de beneficios | te esperamos en | estar comprometidos con | desarrollo profesional`);

/** Words with which a sentence speaks of the job or to the reader, after which the company's own words count no more. */
export const JOB_CUES: readonly string[] = phrases(`
  is seeking | are seeking | we seek | seeking a | seeking an | seeks | is hiring | we're hiring | are hiring | looking for | is recruiting |
  searching for | in search of | you | you'll | you will | your | the role | this role | the position | this position | the successful candidate |
  the candidate | candidates | the ideal candidate | responsible for | responsibilities | duties | opportunity for | opening for | to join |
  join us as | as a | as an | help us |
  busca | buscamos | buscando | si te | sos | eres | busqueda | en busqueda de | en la busqueda de | incorpora | incorporar | incorporara |
  incorporacion | requiere | requerimos | solicita | solicitamos | selecciona | seleccionamos | necesita | necesitamos | precisa | contrata |
  contratar | convoca | puesto | posicion | vacante | rol | seras | tendras | deberas | responsable de | encargado de | encargada de | funciones |
  tareas | tu | tus | candidato | candidata | perfil | sumate como`);
