/** Words that carry no meaning of their own, and the boilerplate that nearly every advert contains; accents folded. */
const EN =
  "a about above across after again all also although always am among an and any are as at be because been before being below between both but by can could did do does doing done down during each either etc even every few for from further get gets given go had has have having he her here hers him his how however i if in into is it its itself just keep know let like made make many may me might more most much must my need needs never no nor not now of off often on once one only onto or other others our ours out over own per please plus quite rather re s same shall she should since so some such t than that the their theirs them then there these they this those through throughout to together too toward towards under until up upon us very via want was way we well were what when where whether which while who whom whose why will with within without would yet you your yours yourself";
const EN_ADVERT =
  "able apply applicant applicants applying ability candidate candidates company day days description employer employment equal experience experienced experiences good great help hire hiring ideal including include includes job jobs join join look looking love new offer offers opportunity opportunities part people person position position preferred provide provides required requirement requirements responsibilities responsibility role roles salary skill skills strong successful team teams time today type work working workplace world year years";
const ES =
  "a acerca al algo algun alguna algunas alguno algunos ambos ante antes aquel aquella aqui asi aun aunque bajo bien cada casi como con contra cual cuales cualquier cuando cuanto de debe deben del demas dentro desde donde dos e el ella ellas ellos en entre era es esa esas ese eso esos esta estado estamos estan estar estas este esto estos fue fueron ha hace hacen hacer hacia han hasta hay incluso la las le les lo los mas me mediante mi mientras misma mismo mucha muchas mucho muchos muy nada ni ningun ninguna no nos nosotros nuestra nuestras nuestro nuestros o os otra otras otro otros para pero poco por porque pues que quien quienes se sea sean segun ser si sido siempre sin sino sobre son su sus tal tambien tampoco tan tanto te tener tiene tienen toda todas todo todos traves tras tu tus u un una unas uno unos usted ustedes va van vos y ya";
const ES_ADVERT =
  "actualmente anos ano aplica aplicar aspirante aspirantes beneficios busca buscamos busqueda candidato candidata candidatos condiciones conocimiento conocimientos contrato cargo cv deberas descripcion disponibilidad empleo empresa empresas encontramos enviar equipo experiencia experiencias funcion funciones ganas horario importante incorporar incorporacion interesados lugar manejo meses nivel ofrece ofrecemos oferta oportunidad perfil persona personas postular postulate principales puesto realizar requiere requisito requisitos responsabilidades salario seleccion solicita tareas tiempo trabajar trabajo vacante vacantes valorara zona";

function toSet(...lists: readonly string[]): ReadonlySet<string> {
  return new Set(lists.flatMap((list) => list.split(" ")));
}

/** Folded words left out of the terms of an English text. */
export const STOP_WORDS_EN = toSet(EN, EN_ADVERT);

/** Folded words left out of the terms of a Spanish text. */
export const STOP_WORDS_ES = toSet(ES, ES_ADVERT);

/** For a text of unknown language both lists apply. */
export const STOP_WORDS_ANY = toSet(EN, EN_ADVERT, ES, ES_ADVERT);
