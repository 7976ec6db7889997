import type { Model, ModelQuestion } from "@/lib/adapters/llm/ask-model";

/** Why nothing more can be asked now: the service is not to be had, or the budget is spent. */
export class NoMoreAnswers extends Error {
  readonly kind: "unavailable" | "budget_spent";

  constructor(kind: "unavailable" | "budget_spent", reason: string) {
    super(reason);
    this.name = "NoMoreAnswers";
    this.kind = kind;
  }
}

/** The questions on one posting, with who answered them and which of them nobody could. */
export class ModelTalk {
  readonly models = new Set<string>();
  readonly unanswered = new Set<string>();
  private readonly model: Model;

  constructor(model: Model) {
    this.model = model;
  }

  /** The answer; null where this one question has none. Throws `NoMoreAnswers`. */
  async ask<T>(question: ModelQuestion<T>): Promise<T | null> {
    const outcome = await this.model.ask(question);
    if (outcome.kind === "answered") {
      this.models.add(outcome.model);
      return outcome.answer;
    }
    if (outcome.kind === "budget_spent" || !outcome.isOfQuestion) throw new NoMoreAnswers(outcome.kind, outcome.reason);
    this.unanswered.add(question.purpose);
    return null;
  }
}
