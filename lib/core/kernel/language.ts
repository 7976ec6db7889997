/** The languages that Atalaya reads; "und" where the text does not say (too short, or another language). */
export type Lang = "en" | "es" | "und";
