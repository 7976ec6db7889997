/** True under `next dev` only. Apart from the env module because the proxy needs nothing else of it. */
export const isDevelopment = process.env.NODE_ENV === "development";
