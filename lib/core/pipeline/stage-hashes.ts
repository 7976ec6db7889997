import { MultisetHash } from "./multiset-hash";

/** Hashes of what the stages of a run took in or gave out, one a stage and one of all of them; the order of items does not matter. */
export class StageHashes {
  private readonly all = new MultisetHash();
  private readonly byStage = new Map<string, MultisetHash>();

  add(stage: string, item: string): void {
    const hash = this.byStage.get(stage) ?? new MultisetHash();
    this.byStage.set(stage, hash);
    hash.add(item);
    this.all.add(`${stage} ${item}`);
  }

  /** 64 hexadecimal digits over everything. */
  digest(): string {
    return this.all.digest();
  }

  /** Stage → hash and number of items, the stages in alphabetical order. */
  stages(): Record<string, { hash: string; items: number }> {
    const entries = [...this.byStage].sort(([a], [b]) => (a < b ? -1 : 1));
    return Object.fromEntries(entries.map(([stage, hash]) => [stage, { hash: hash.digest(), items: hash.size }]));
  }
}
