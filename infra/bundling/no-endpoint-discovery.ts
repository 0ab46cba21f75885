// Stands in for endpoint discovery inside bundles. DynamoDB's client brings it with a cache of its own and has it off: tables are found by their region.

/** Has the shape of the options that the client reads its setting by: nobody sets it. */
export const NODE_ENDPOINT_DISCOVERY_CONFIG_OPTIONS = {
  environmentVariableSelector: () => undefined,
  configFileSelector: () => undefined,
  default: false,
};

export const resolveEndpointDiscoveryConfig = <Settings extends object>(settings: Settings): Settings => settings;
