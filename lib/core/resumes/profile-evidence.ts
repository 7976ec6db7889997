import type { Span } from "@/lib/core/kernel/span";
import type { Profile } from "./profile";

type Evidence = Profile["evidence"];

/** Collects where the fields of a profile stand; a field that was not read leaves no trace. */
export class EvidenceCollector {
  readonly evidence: Evidence = {};

  add(path: string, span: (Span & { confidence: number }) | null | undefined): void {
    if (span && span.end > span.start)
      this.evidence[path] = { start: span.start, end: span.end, confidence: span.confidence };
  }

  addSpan(path: string, span: Span, confidence: number): void {
    this.add(path, { start: span.start, end: span.end, confidence });
  }
}
