/** One lease for all that reads and writes postings as a whole: the stages of two runs never interleave. */
export const PIPELINE_LEASE = "pipeline";
