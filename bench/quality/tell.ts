/** Says a line on a disagreement, or on what else a suite wants looked at. */
export type Tell = (line: string) => void;
