/** Words that only English has, and that hardly an English sentence does without. */
const ENGLISH = new Set("the and with you our will are this that from your have their who".split(" "));
/** Words that Spanish has and its neighbours write otherwise. */
const SPANISH = new Set("los las".split(" "));
/** Words of Spanish that some neighbour shares. */
const NEARLY_SPANISH = new Set("y el la en con para por del que una un se su de al es".split(" "));
const NOT_LETTERS = /[^a-zà-ÿ]+/;

const LEAST_ENGLISH = 5;
const LEAST_SPANISH = 1;
const LEAST_NEARLY_SPANISH = 8;

/**
 * The language of some hundred characters whose function words leave no doubt: many of the one language, none of the
 * other; null for everything else, which then wants a closer look.
 */
export function plainLanguage(sample: string): "en" | "es" | null {
  let [english, spanish, nearlySpanish] = [0, 0, 0];
  for (const word of sample.toLowerCase().split(NOT_LETTERS)) {
    if (word.length > 5) continue;
    if (ENGLISH.has(word)) english += 1;
    else if (SPANISH.has(word)) spanish += 1;
    else if (NEARLY_SPANISH.has(word)) nearlySpanish += 1;
  }
  if (english >= LEAST_ENGLISH && spanish === 0 && nearlySpanish <= 1) return "en";
  if (spanish >= LEAST_SPANISH && nearlySpanish >= LEAST_NEARLY_SPANISH && english === 0) return "es";
  return null;
}
