import { env as environment } from "@/lib/config/env";
import { homeOf } from "@/lib/config/home";
import { readLock } from "@/lib/adapters/embedded/lock-file";
import { type Installation, openInstallation } from "@/lib/services/context/open-installation";
import { checkDatabase, checkEmbeddings, checkQueue, checkSources } from "./check-database";
import { checkDisk, checkNode, checkPort } from "./check-machine";
import { checkLanguageModels } from "./check-models";
import { type CheckResult, fails } from "./check-result";

function unopened(error: unknown): CheckResult {
  const detail = error instanceof Error ? (error.message.split("\n")[0] ?? "") : "unknown";
  return fails(
    "database",
    `it cannot be opened: ${detail}`,
    environment().DATABASE_URL === undefined
      ? "If another Atalaya uses this data folder, stop it; if the folder is damaged, restore a backup or set ATALAYA_HOME to a new folder."
      : "Check that the server of DATABASE_URL runs, that the address and password are right, and that the user may create tables.",
  );
}

function crashed(check: string): (error: unknown) => CheckResult {
  return (error) =>
    fails(
      check,
      error instanceof Error ? error.name : "unknown error",
      "Start again; if it stays, the log of the app has the detail.",
    );
}

async function* checkOpened(installation: Installation): AsyncGenerator<CheckResult> {
  const ctx = installation.app.context({ kind: "system", name: "doctor" });
  yield* await checkDatabase(ctx).catch((error: unknown) => [unopened(error)]);
  yield await checkEmbeddings(ctx).catch(crashed("embeddings"));
  yield await checkLanguageModels(ctx).catch(crashed("llm"));
  yield await checkQueue(ctx).catch(crashed("queue"));
  yield await checkSources(ctx).catch(crashed("sources"));
}

/** Checks everything that the installation needs, from the machine up. Never throws; throws only for a broken configuration. */
export async function* runDoctor(nodeVersion: string): AsyncGenerator<CheckResult> {
  yield checkNode(nodeVersion);
  const env = environment();
  const home = homeOf(env);
  const owner = readLock(home.lock);
  yield await checkPort(env, owner !== null && owner.purpose !== "cli").catch(crashed("port"));
  yield await checkDisk(home).catch(crashed("disk"));
  let installation: Installation;
  try {
    installation = await openInstallation({ purpose: "doctor", overrides: { LOG_LEVEL: "error" } });
  } catch (error) {
    yield unopened(error);
    return;
  }
  try {
    yield* checkOpened(installation);
  } finally {
    await installation.close();
  }
}
