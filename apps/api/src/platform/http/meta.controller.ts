import * as contracts from '@libretto/contracts';
import { openApiOf, readInstallation, readOpenApi, type Route } from '@libretto/contracts';
import { anyone } from '@libretto/domain';
import { Controller } from '@nestjs/common';
import { Config } from '../config/config';
import { Handles } from './handles';

const isRoute = (value: unknown): value is Route =>
  typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'summary' in value;

/** Every route of the contracts, by its name. */
export const contractRoutes = (): Record<string, Route> =>
  Object.fromEntries(
    Object.entries<unknown>({ ...contracts }).filter((entry): entry is [string, Route] => isRoute(entry[1])),
  );

/** Who runs the installation, and its API. */
@Controller()
export class MetaController {
  /** Made when somebody asks for the first time: no start has to wait for it. */
  private openApi: ReturnType<typeof openApiOf> | undefined;

  constructor(private readonly config: Config) {}

  @Handles(readInstallation, anyone)
  installation() {
    return { operator: this.config.operator, contact: this.config.contact };
  }

  @Handles(readOpenApi, anyone)
  api() {
    return (this.openApi ??= openApiOf(contractRoutes(), '0.1.0'));
  }
}
