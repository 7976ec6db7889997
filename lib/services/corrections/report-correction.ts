import { toJson } from "@/lib/adapters/db/to-json";
import { AppError } from "@/lib/core/kernel/app-error";
import { audit } from "@/lib/services/accounts/audit";
import { checkLimit } from "@/lib/services/accounts/limits";
import type { UserContext } from "@/lib/services/context/context";
import type { CorrectionInput } from "./correction-input";

const PER_HOUR = { name: "correction-user", points: 60, seconds: 60 * 60 } as const;

const GONE = "This text is not there any more.";

async function skillValue(ctx: UserContext, versionId: string, skillId: string) {
  const row = await ctx.db.postingSkill.findUnique({
    where: { versionId_skillId: { versionId, skillId } },
    select: { requirement: true, confidence: true, method: true },
  });
  if (row === null) throw new AppError("not_found", GONE);
  return { id: skillId, ...row };
}

function factValue(reading: unknown, field: string): unknown {
  return typeof reading === "object" && reading !== null ? Reflect.get(reading, field) : undefined;
}

/**
 * Keeps what the signed-in person says is wrong, with what had been read, for an administrator to take or dismiss. Throws
 * `not_found` where there is no such version or skill, and `rate_limited` after sixty reports in an hour.
 */
export async function reportCorrection(ctx: UserContext, input: CorrectionInput): Promise<{ id: string }> {
  await checkLimit(ctx, PER_HOUR, ctx.actor.userId);
  const { versionId, field, skillId, shouldBe, comment } = input;
  const version = await ctx.db.postingVersion.findUnique({ where: { id: versionId }, select: { reading: true } });
  if (version === null) throw new AppError("not_found", GONE);
  const value = skillId === undefined ? factValue(version.reading, field) : await skillValue(ctx, versionId, skillId);
  const id = ctx.newId();
  await ctx.db.$transaction(async (tx) => {
    await tx.correction.create({
      data: {
        id,
        versionId,
        userId: ctx.actor.userId,
        field,
        ...(value === undefined || value === null ? {} : { value: toJson(value) }),
        shouldBe,
        comment,
        createdAt: ctx.wallNow(),
      },
    });
    await audit(ctx, tx, { action: "correction.reported", subject: id, detail: { versionId, field } });
  });
  return { id };
}
