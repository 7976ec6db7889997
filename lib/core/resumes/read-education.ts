import { namesDegree, namesInstitution } from "./career-words";
import { type DateRange, findDateRange, findSingleDate } from "./date-range";
import { aroundSpan, type HeaderPart, splitStrong, splitWeak } from "./header-parts";
import type { ReadValue } from "./position-header";
import type { ResumeLine } from "./resume-lines";

/** One stay at a school. A single date is the end (graduation). */
export type EducationReading = { degree: ReadValue | null; institution: ReadValue | null; range: DateRange | null };

function toValue(part: HeaderPart, confidence: number): ReadValue {
  return { value: part.text, start: part.start, end: part.end, confidence };
}

function graduation(line: ResumeLine): DateRange | null {
  const single = findSingleDate(line.text, line.start);
  return single ? { ...single, from: null } : null;
}

/** A degree with its field keeps its comma; a degree and a school on one comma list are two parts. */
function cutMixed(part: HeaderPart): HeaderPart[] {
  const pieces = splitWeak(part);
  const schoolAt = pieces.findIndex((piece) => namesInstitution(piece.text));
  if (schoolAt < 0) return [part];
  const before = pieces.slice(0, schoolAt);
  const [first, last] = [before[0], before.at(-1)];
  const head =
    first && last
      ? [{ start: first.start, end: last.end, text: part.text.slice(first.start - part.start, last.end - part.start) }]
      : [];
  return [...head, ...pieces.slice(schoolAt, schoolAt + 1)];
}

function partsOf(line: ResumeLine, range: DateRange | null): HeaderPart[] {
  const pieces = range
    ? aroundSpan(line.text, line.start, range)
    : [{ text: line.text, start: line.start, end: line.end }];
  return pieces
    .flatMap((piece) => splitStrong(piece.text, piece.start))
    .flatMap(cutMixed)
    .filter(
      (part) => !/^(?:gpa|expected|graduat|promedio|graduación|grado:)/i.test(part.text) && part.text.length <= 120,
    );
}

function isDetail(line: ResumeLine): boolean {
  return (
    line.text.length > 140 ||
    (line.isItem && !namesInstitution(line.text) && !namesDegree(line.text)) ||
    /^(?:gpa|coursework|relevant|promedio|tesis|thesis)\b/i.test(line.text)
  );
}

function emptyReading(): EducationReading {
  return { degree: null, institution: null, range: null };
}

/** Collects parts into readings: a second degree, school or period opens the next one. */
class EducationCollector {
  readonly readings: EducationReading[] = [];
  private current = emptyReading();

  private slot(name: keyof EducationReading): EducationReading {
    if (this.current[name] !== null || this.readings.length === 0) {
      this.current = emptyReading();
      this.readings.push(this.current);
    }
    return this.current;
  }

  addPart(part: HeaderPart, isAlone: boolean): void {
    if (namesInstitution(part.text)) this.slot("institution").institution = toValue(part, 0.9);
    else if (namesDegree(part.text)) this.slot("degree").degree = toValue(part, 0.9);
    else if (isAlone && this.current.degree !== null && this.current.institution === null)
      this.current.institution = toValue(part, 0.5);
  }

  addRange(range: DateRange): void {
    this.slot("range").range = range;
  }
}

/** The schools and degrees of an education section, in text order. */
export function readEducation(lines: readonly ResumeLine[]): EducationReading[] {
  const collector = new EducationCollector();
  for (const line of lines.filter((candidate) => !isDetail(candidate))) {
    const range = findDateRange(line.text, line.start) ?? graduation(line);
    for (const part of partsOf(line, range))
      collector.addPart(part, /^\p{Lu}/u.test(part.text) && part.text.split(/\s+/).length <= 8);
    if (range) collector.addRange(range);
  }
  return collector.readings.filter((reading) => reading.degree !== null || reading.institution !== null);
}
