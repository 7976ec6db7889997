/** Nouns that name who does a job. */
export const JOB_NOUN =
  /\b(?:engineers?|enginners?|engeneers?|developers?|devs?|designers?|programmers?|scientists?|analysts?|architects?|managers?|administrators?|admins?|sysadmins?|devops|sre|sres|researchers?|testers?|hackers?|coders?|consultants?|specialists?|recruiters?|marketers?|writers?|editors?|instructors?|teachers?|tutors?|coordinators?|technicians?|directors?|cto|ceo|coo|vp|head of|leads?|evangelists?|advocates?|interns|internships?|postdocs?|professors?|fellows?|strategists?|accountants?|associates?|assistants?|representatives?|executives?|operators?|officers?|co-?founders?|wizards?|gurus?|ninjas?|rockstars?|pms?|qa|sdets?|dbas?|entwickler(?:in)?|ingenieros?|desarrollador(?:es)?|generalists?|artists?|producers?|statisticians?|quants?|craftsm[ae]n|technologists?|professionals|sde)\b/i;

/** Words that name a field of work or that there are jobs, without a person in them. */
export const FIELD_WORD =
  /\b(?:full[- ]?stack|front[- ]?end|back[- ]?end|software|engineering|mobile|ios|android|data|machine learning|ml|nlp|ai|security|infrastructure|cloud|product|design|marketing|sales|support|operations|ops|customer success|positions?|roles?|multiple|various|several|openings|jobs|developer relations|web|embedded|firmware|python|java|javascript|ruby|rails|php|golang|go|scala|clojure|haskell|rust|react|node(?:\.?js)?|django|\.net|c\+\+|c#|erlang|elixir|development|programming|ux|ui|hardware|robotics|computer vision|research|platform|systems?|quality assurance|blockchain|site reliability)\b/i;

/** What the thread's header convention says of the workplace, the contract and the rest; removed before a part is read. */
export const FLAG =
  /\b(?:no remote|not remote|remote[- ]?(?:only|ok(?:ay)?|friendly|first|possible|considered|preferred|positions?|work|team|worldwide|allowed|welcome)?|100% remote|(?:fully|partially|some|full|part(?:ly|ial)?|semi|occasional(?:ly)?)[- ]remote|telecommut\w*|wfh|work from home|hybrid|on[- ]?site(?:[- ]?only)?|onsite|in[- ]?office|in[- ]person|local only|locals only|full[- ]?time|fulltime|full time|ft(?!\.)|part[- ]?time|parttime|contract(?:or|ors|ing|s)?|contract[- ]to[- ]hire|freelance(?:r|rs)?|permanent|perm|temporary|visas?(?: (?:sponsor(?:ship|ed)?|transfers?|ok|considered|support|possible|welcome|available|assistance|help))?|no visas?|h1-?b(?: (?:transfers?|ok|visa|welcome))?|h-1b|relo|relocat(?:ion|e)(?: (?:assistance|support|package|ok|possible|help|offered|available|assist))?|will relocate|sponsorship|equity|stock options?|bonus|benefits|competitive(?: salary)?|salary|interns? (?:ok|welcome)|interns|internships?|relo support|w2|c2c|1099|all levels|any level|hiring|now hiring|is hiring|we.re hiring|immediate(?:ly)?|start immediately|flexible(?: hours)?|perks|401k|apply|green card|us citizens?(?: only)?|citizens?(?: only)?|no recruiters|no agencies)\b/gi;

/** Y Combinator batches and notes on funding that stand behind a company's name. */
export const COMPANY_NOTE =
  /\s*[([](?:yc\b|yc ?[swf]\d|y ?combinator|[swf]\d{2}\b|series [a-e]|techstars|acquired|formerly|http|www\.|[\w-]+\.(?:com|io|co|net|org|ai)\b|nasdaq|nyse)[^()[\]]{0,80}[)\]]/gi;

export const PAY =
  /(?:[$€£]|\b(?:usd|eur|gbp|chf|cad|aud)\b)\s?\d|\d\s?k?\s?(?:€|£|\b(?:usd|eur|gbp|chf|cad|aud)\b)|\b\d{2,3}\s?k\s?(?:-|–|—|to)\s?\d{2,3}\s?k\b/i;

export const LINK =
  /(?:https?:\/\/|www\.)[^\s()<>|]+|\b[\w-]+(?:\.[\w-]+)*\.(?:com|io|co|net|org|ai|jobs|dev)\/[^\s()<>|]*/gi;

/** Comments that speak of the thread itself. */
export const META = /^\W*(?:meta|suggestion|off-?topic|question|psa|tip|note to|reminder|shameless plug)\b/i;
