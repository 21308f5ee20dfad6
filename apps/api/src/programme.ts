import { keyOfRefusal, spelledPath } from '@libretto/domain';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { type ProgrammeDefinition, programmeSchema } from '@libretto/contracts';
import type { Say, SentenceKey } from '@libretto/language';
import { previewOfDocuments } from './features/credentials';
import { pngsWith, ProgrammeChecker, PublishProgramme, type ProgrammeFault } from './features/programmes';
import { configFromEnvironment } from './platform/config/environment';
import { Refused } from './platform/refusals/refused';
import { Languages } from './platform/language/languages';
import { logTo } from './platform/log/log';
import { PdfRenderer } from './platform/pdf/pdf-renderer';
import { YamlReader } from './platform/yaml/yaml-reader';
import { quietApplication } from './start';

/**
 * `npm run programme -- check FILE`, `-- preview FILE` and `-- publish FILE`: the upload of the web, on the command line.
 * `-- schema` prints the shape of such files, for editors.
 */
const languages = Languages.read();
const say = languages.accepted(Intl.DateTimeFormat().resolvedOptions().locale);
const [verb, file] = process.argv.slice(2);

process.exitCode = await run();

async function run(): Promise<number> {
  if (verb === 'schema') {
    tell(JSON.stringify(programmeSchema(), null, 2));
    return 0;
  }
  if (!verb || !['check', 'preview', 'publish'].includes(verb) || !file)
    return complain(say('programmes.command-line.usage'), 2);
  const text = textOf(file);
  if (text === undefined) return complain(say('programmes.command-line.no-such-file', { file }), 2);

  const checked = await check(text);
  if ('faults' in checked) {
    for (const fault of checked.faults) complain(inWords(fault, basename(file), say), 1);
    return complain(say('programmes.refusals.faulty-file', { faults: checked.faults.length }), 1);
  }
  const { slug, title, workload, modules } = checked.definition;
  tell(
    say('programmes.command-line.no-fault', {
      title: title.en,
      slug,
      ects: workload.ects,
      hours: workload.hours,
      modules: modules.length,
    }),
  );
  if (verb === 'preview') return preview(checked.definition, file);
  return verb === 'publish' ? publish(text) : 0;
}

/** Without the application: a file can be checked where there is no database. */
async function check(text: string) {
  const [yaml, renderer] = [new YamlReader(), new PdfRenderer()];
  try {
    return await new ProgrammeChecker(yaml, renderer).check(text);
  } finally {
    await yaml.onApplicationShutdown();
    await renderer.onApplicationShutdown();
  }
}

/** Beside the file, without the application. */
async function preview(definition: ProgrammeDefinition, programmeFile: string): Promise<number> {
  const renderer = new PdfRenderer();
  const to = programmeFile.replace(/(\.\w+)?$/, '-certificate.pdf');
  try {
    const bytes = await previewOfDocuments(definition, {
      renderer,
      sayIn: (language) => languages.ofDocuments(language),
      address: `${configFromEnvironment().publicUrl}/verify`,
      now: new Date(),
      pngs: pngsWith(definition.pictures),
    });
    writeFileSync(to, bytes);
  } finally {
    await renderer.onApplicationShutdown();
  }
  tell(say('programmes.command-line.previewed', { file: to }));
  return 0;
}

async function publish(text: string): Promise<number> {
  const app = await quietApplication(configFromEnvironment(), logTo('silent'));
  try {
    const { slug, version } = await app.get(PublishProgramme).run(text);
    tell(say('programmes.command-line.published', { slug, version }));
    return 0;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const { refused, numbers } = error.refusal;
    return complain(say(keyOfRefusal(refused), numbers), 1);
  } finally {
    await app.close();
  }
}

/** One fault as editors read it: file:line:column, then the fault, then its cure. */
function inWords({ refused, path, line, column, numbers }: ProgrammeFault, name: string, say: Say): string {
  const wrong = say(keyOfRefusal(refused), numbers);
  const cure = say(keyOfRefusal(refused).replace('.refusals.', '.cures.') as SentenceKey, numbers);
  return `${name}:${line}:${column}  ${spelledPath(path)}\n  ${wrong}\n  → ${cure}\n`;
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function tell(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}

function complain(sentence: string, code: number): number {
  process.stderr.write(`${sentence}\n`);
  return code;
}
