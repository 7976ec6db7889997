/**
 * Runs one process of the app for the launcher, and ends it when the launcher ends, however it ended: then standard
 * input closes. Usage: node guard.mjs ARG … (arguments of node)
 */
import { spawn } from "node:child_process";

const child = spawn(process.execPath, process.argv.slice(2), { stdio: ["ignore", "inherit", "inherit"] });
const stop = () => child.kill("SIGTERM");
process.stdin.resume().once("end", stop).once("close", stop).once("error", stop);
for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"]) process.on(signal, stop);
child.once("exit", (code) => process.exit(code ?? 1));
