/** Builds the app if its sources changed since the last build. */
import { buildApp } from "./launcher/build-app";

const outcome = await buildApp();
process.stdout.write(outcome === "built" ? "The app was built.\n" : "The build on disk is that of these sources.\n");
