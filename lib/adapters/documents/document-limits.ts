/** What one uploaded file may cost. Sizes in bytes unless the name says otherwise. */
export type DocumentLimits = {
  fileBytes: number;
  pages: number;
  /** Entries of a DOCX archive. */
  zipEntries: number;
  /** All entries of a DOCX archive together, inflated. */
  inflatedBytes: number;
  /** UTF-16 code units of extracted text or HTML. */
  textChars: number;
  timeMs: number;
  /** JavaScript heap of the worker, in MiB. */
  heapMb: number;
  /** Resident memory of the whole worker process, in MiB. */
  residentMb: number;
};

export const DOCUMENT_LIMITS: DocumentLimits = {
  fileBytes: 5 * 1024 * 1024,
  pages: 50,
  zipEntries: 1000,
  inflatedBytes: 50 * 1024 * 1024,
  textChars: 1_000_000,
  timeMs: 20_000,
  heapMb: 256,
  residentMb: 640,
};
