import { readSkills } from "@/lib/core/skills/read-skills";
import { createTagger } from "@/lib/core/tagger/tag-sentence";
import { readTaxonomy } from "@/lib/services/context/read-taxonomy";
import { learnLayer } from "../../quality/learn-layer";
import { type Layer, readSentences } from "../../quality/sentence-sets";
import { bestCpuRounds, cpuSecondsSince } from "../cpu-rounds";
import { plainRow, rateRow, type SpeedRow } from "../speed-row";

const ROUNDS = 7;
const RATE = "sentences per second of processor time";
const KNOWLEDGE: Layer = { set: "skillspan", tags: "tags_knowledge", kinds: ["hard"], esco: ["knowledge"] };

/** Tagging sentences against reading them by rules, the time of training, the size of the weights; no row where the data is not there. */
export function measureTagging(): Promise<SpeedRow[]> {
  const { matcher } = readTaxonomy();
  const [train, dev] = [readSentences(matcher, KNOWLEDGE, "train"), readSentences(matcher, KNOWLEDGE, "dev")];
  if (train === null || dev === null) return Promise.resolve([]);
  const from = process.cpuUsage();
  const { model } = learnLayer(train);
  const training = cpuSecondsSince(from);
  const [tagged = 0, read = 0] = bestCpuRounds(ROUNDS, [
    () => {
      const tag = createTagger(model);
      for (const sentence of dev) tag(sentence);
    },
    () => dev.map(({ text }) => readSkills(matcher, { text, lang: "en" })),
  ]);
  const used = model.weights.reduce((count, weight) => count + (weight === 0 ? 0 : 1), 0);
  return Promise.resolve([
    rateRow(
      { name: "tagger", n: dev.length, value: dev.length / tagged, unit: RATE },
      { name: "rules", value: dev.length / read },
    ),
    plainRow("tagger: a sentence", dev.length, (tagged / dev.length) * 1e6, "µs of processor time"),
    plainRow("tagger: training", train.length, training, "s of processor time"),
    plainRow("tagger: weights in memory", used, model.weights.byteLength / 2 ** 20, "MiB"),
  ]);
}
