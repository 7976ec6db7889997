/** Loads the taxonomy, first in its process, with a folder for what is kept; prints the milliseconds of processor time. */
import { readTaxonomy } from "@/lib/services/context/read-taxonomy";
import { cpuSecondsSince } from "./cpu-rounds";

const from = process.cpuUsage();
readTaxonomy([], { cache: process.argv[2] ?? "" });
process.stdout.write(`${cpuSecondsSince(from) * 1000}\n`);
