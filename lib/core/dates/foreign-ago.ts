export type AgoUnit = "minute" | "hour" | "day" | "week" | "month" | "year";
export type ForeignAgo = { count: number; unit: AgoUnit };

type Language = {
  /** What says that the past is meant: before the count, or after the unit. */
  pattern: RegExp;
  units: readonly [RegExp, AgoUnit][];
};

/** Boards show ages in the language of their visitor. Words are written without accents here, as the text is compared without them. */
const LANGUAGES: readonly Language[] = [
  {
    pattern: /\bpred (?:(\d{1,3}) )?([a-z]{3,9})\b/,
    units: [
      [/^(?:minut|sekund)/, "minute"],
      [/^hodin/, "hour"],
      [/^(?:den|dnem|dny|dni|dnu)$/, "day"],
      [/^tyd/, "week"],
      [/^mesic/, "month"],
      [/^(?:rok|let)/, "year"],
    ],
  },
  {
    pattern: /\bvor (?:(\d{1,3}|einem|einer) )?([a-z]{3,9})\b/,
    units: [
      [/^(?:minute|sekunde)/, "minute"],
      [/^stunde/, "hour"],
      [/^tag/, "day"],
      [/^woche/, "week"],
      [/^monat/, "month"],
      [/^jahr/, "year"],
    ],
  },
  {
    pattern: /\bil y a (?:(\d{1,3}|une?) )?([a-z]{2,9})\b/,
    units: [
      [/^(?:minute|seconde)/, "minute"],
      [/^heure/, "hour"],
      [/^jour/, "day"],
      [/^semaine/, "week"],
      [/^mois$/, "month"],
      [/^ans?$/, "year"],
    ],
  },
  {
    pattern: /\bha (?:(\d{1,3}|uma?) )?([a-z]{3,9})\b/,
    units: [
      [/^(?:minuto|segundo)/, "minute"],
      [/^hora/, "hour"],
      [/^dia/, "day"],
      [/^semana/, "week"],
      [/^mes(?:es)?$/, "month"],
      [/^anos?$/, "year"],
    ],
  },
  {
    pattern: /(?:^|\s)(\d{1,3}|una?|un') ?([a-z]{3,9}) fa\b/,
    units: [
      [/^(?:minut|second)/, "minute"],
      [/^or[ae]$/, "hour"],
      [/^giorn/, "day"],
      [/^settiman/, "week"],
      [/^mes[ei]$/, "month"],
      [/^ann[oi]$/, "year"],
    ],
  },
];

const YESTERDAY = /^(?:\S+ )?(?:vcera|gestern|hier|ontem|ieri)$/;
const TODAY = /^(?:\S+ )?(?:dnes|heute|aujourd'hui|hoje|oggi)$/;

/**
 * The age that words in Czech, German, French, Portuguese or Italian state: "před 2 týdny", "vor 3 Tagen", "il y a une semaine",
 * "há 5 dias", "2 giorni fa". `text` is in lower case and without accents. Null where it is none of these, and where the words only bound it.
 */
export function readForeignAgo(text: string): ForeignAgo | null {
  if (YESTERDAY.test(text)) return { count: 1, unit: "day" };
  if (TODAY.test(text)) return { count: 0, unit: "day" };
  for (const { pattern, units } of LANGUAGES) {
    const [, count, word = ""] = pattern.exec(text) ?? [];
    const unit = units.find(([name]) => name.test(word))?.[1];
    if (unit !== undefined) return { count: /^\d/.test(count ?? "") ? Number(count) : 1, unit };
  }
  return null;
}
