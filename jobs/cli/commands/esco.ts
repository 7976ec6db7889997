import { importEsco } from "@/lib/services/esco/import-esco";
import type { Output } from "../output";
import { withInstallation } from "../with-installation";

/** `esco import DIR`: one line a table, one for the whole; rejected rows are named on standard error. */
export async function importEscoBundle(output: Output, folder: string, options: { version?: string }): Promise<void> {
  await withInstallation(output, async (ctx) => {
    const { bundle, tables, concepts, relations, rejected } = await importEsco(ctx, {
      folder,
      ...(options.version === undefined ? {} : { version: options.version }),
      onRejected: ({ file, line, reason }) => output.problem({ error: "bad_row", file, line, message: reason }),
      onTable: (table) => output.note(`${table.file}: ${table.outcome}`),
    });
    for (const table of tables) await output.answer(table);
    await output.answer({ bundle, concepts, relations, rejected });
  });
}
