import type { SourceConfig, SourceConfigInput } from "./source-config";

/**
 * A source that states no start URL begins at its adapter's own, as its parameters make them, and asks the hosts of these. Stated start
 * URLs stand, whatever the parameters of a search say.
 */
export function withOwnAddresses(config: SourceConfig, own: SourceConfigInput): SourceConfig {
  if (config.startUrls.length > 0) return config;
  const { startUrls = [], allowedHosts = [] } = own;
  return { ...config, startUrls, allowedHosts: config.allowedHosts.length > 0 ? config.allowedHosts : allowedHosts };
}
