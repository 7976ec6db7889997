/** Over folded text; every gap is bounded, so that the time is proportional to the length. */
const TO_A_MODEL =
  /\b(?:ignor[ea]|disregard|forget|override|olvida|omite|descarta|bypass)\b[^\n]{0,60}\b(?:instruction|instruccion|prompt|previous|anterior|above|prior|rules?\b|reglas?\b|indicacion)|\b(?:system|developer|assistant) ?(?:prompt|message|:)|\b(?:mensaje|prompt) de(?:l)? sistema|\b(?:you are|acting as|act as|eres|actua como) (?:an? |una? )?(?:ai|ia|llm|(?:large )?language model|modelo de lenguaje|chatbot)\b|\b(?:note|nota|attention|atencion|message|mensaje|instructions?|instrucciones)[^\n]{0,20}\b(?:ai|ia|llms?|language models?|modelos? de lenguaje)\b ?(?:models?|systems?|assistants?|reading)?\s?:|\b(?:ai|llm|ia|language model)s?(?: systems?| models?| assistants?)? (?:must|should|shall|debe)\b|<\|[a-z_]{1,20}\|>|\[\/?inst\]/u;

/** Whether folded words are meant for a language model rather than for an applicant ("ignore all previous instructions"). */
export function addressesModel(folded: string): boolean {
  return TO_A_MODEL.test(folded);
}
