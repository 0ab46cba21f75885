// No suite asks a model provider that somebody has configured on this machine: in the environment an empty setting takes back what .env says.
import { providerSettingNames } from '../../shared/contracts/provider-settings.ts';

export const noRealModels: Readonly<Record<string, string>> = Object.fromEntries(
  providerSettingNames.map((name) => [name, '']),
);
