import { foldText } from "@/lib/core/kernel/fold";

/** Words that name what somebody does; on folded text, so accents and case do not matter. */
const TITLE =
  /\b(?:engineer|developer|programmer|architect|analyst|scientist|designer|administrator|manager|director|consultant|specialist|technician|assistant|associate|coordinator|supervisor|officer|accountant|auditor|nurse|physician|doctor|teacher|professor|lecturer|instructor|tutor|coach|trainer|driver|operator|mechanic|electrician|welder|cook|chef|waiter|cashier|clerk|receptionist|secretary|representative|executive|agent|advisor|adviser|planner|buyer|recruiter|writer|editor|journalist|translator|lawyer|attorney|paralegal|researcher|intern|trainee|apprentice|fellow|lead|head|chief|president|vice president|founder|co-founder|owner|partner|ceo|cto|cfo|coo|vp|tester|qa|sysadmin|devops|sre|dba|freelancer?|volunteer|member|contributor|creator|guard|worker|helper|pharmacist|therapist|psychologist|dentist|surveyor|estimator|foreman|inspector|strategist|marketer|producer|photographer|ingenier[oa]|desarrollador[a]?|programador[a]?|arquitect[oa]|analista|cientific[oa]|disenador[a]?|administrador[a]?|gerente|director[a]?|consultor[a]?|especialista|tecnic[oa]|tecnolog[oa]|asistente|auxiliar|coordinador[a]?|supervisor[a]?|contador[a]?|auditor[a]?|enfermer[oa]|medic[oa]|docente|profesor[a]?|maestr[oa]|instructor[a]?|conductor[a]?|operari[oa]|operador[a]?|mecanic[oa]|electricista|soldador|cociner[oa]|meser[oa]|cajer[oa]|recepcionista|secretari[oa]|vendedor[a]?|asesor[a]?|ejecutiv[oa]|representante|comprador[a]?|reclutador[a]?|redactor[a]?|periodista|traductor[a]?|abogad[oa]|investigador[a]?|practicante|pasante|aprendiz|becari[oa]|jef[ea]|lider|encargad[oa]|responsable|fundador[a]?|soci[oa]|president[ea]|vigilante|almacenista|farmaceutic[oa]|psicolog[oa]|terapeuta|odontolog[oa])\b/;
const ORGANISATION =
  /\b(?:inc|llc|ltd|ltda|corp|corporation|company|gmbh|plc|s\.?a\.?s?|s\.? de r\.?l|s\.?r\.?l|group|grupo|bank|banco|hospital|clinica|clinic|university|universidad|institute|instituto|college|colegio|school|escuela|foundation|fundacion|ministry|ministerio|labs?|technologies|solutions|systems|services|consulting|studio|agency|agencia|logistica|logistics|organi[sz]ation|industries|dynamics|empresa|cooperativa|alcaldia|secretaria de|network|partners|holdings|software|reserves)\b/;
const DEGREE =
  /\b(?:bachelor'?s?|b\.?sc|b\.?s\.?c?s?|b\.?a|b\.?eng|b\.?tech|master'?s?|m\.?sc|m\.?s|m\.?a|m\.?eng|mba|ph\.?d|doctorate|doctor|diploma|degree|associate'?s?|minor|major|ged|high school diploma|certificate|licenciatura|licenciad[oa]|ingenieria|ingenier[oa]|tecnic[oa]|tecnolog[oa]|tecnologia|maestria|magister|master|especializacion|especialista|doctorado|bachiller(?:ato)?|diplomado|pregrado|grado|profesional en|contador[a]? public[oa]|abogad[oa]|administracion|bootcamp|curso|titulo)\b/;
const INSTITUTION =
  /\b(?:university|universidad|institute|instituto|college|colegio|school|escuela|academy|academia|politecnico|polytechnic|sena|faculty|facultad|conservatory|liceo|preparatoria|unam|itesm|uba|mit|platzi|coursera|tec de)\b/;
const PLACE =
  /\b(?:argentina|bolivia|brazil|brasil|chile|colombia|costa rica|cuba|ecuador|el salvador|espana|spain|guatemala|honduras|mexico|nicaragua|panama|paraguay|peru|puerto rico|republica dominicana|uruguay|venezuela|usa|united states|estados unidos|canada|uk|united kingdom|england|germany|france|india|portugal|italy|netherlands|ireland|bogota|medellin|cali|barranquilla|cartagena|bucaramanga|buenos aires|cordoba|rosario|santiago|lima|arequipa|quito|guayaquil|caracas|ciudad de mexico|cdmx|guadalajara|monterrey|puebla|queretaro|tijuana|madrid|barcelona|valencia|sevilla|montevideo|asuncion|la paz|san jose|london|new york|nyc|san francisco|bangalore|mumbai|delhi|manchester|palo alto|remote|remoto|hybrid|hibrido|teletrabajo)\b/;

function folded(text: string): string {
  return foldText(text).folded;
}

/** True where the words name a job ("Ingeniera de datos", "Head Nurse"). */
export function namesTitle(text: string): boolean {
  return TITLE.test(folded(text));
}

/** True where the words look like an employer or another organisation. */
export function namesOrganisation(text: string): boolean {
  return ORGANISATION.test(folded(text));
}

/** True where the words name a degree or course of study. */
export function namesDegree(text: string): boolean {
  return DEGREE.test(folded(text));
}

/** True where the words name a school. */
export function namesInstitution(text: string): boolean {
  return INSTITUTION.test(folded(text));
}

/** True where the words name a place: a known country or city, "City, ST", or remote work. */
export function namesPlace(text: string): boolean {
  return PLACE.test(folded(text)) || /^\p{Lu}[\p{L} .'-]+, \p{Lu}{2}$/u.test(text.trim());
}
