import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

describe('before a commit', () => {
  let folder;
  const at = (file) => join(folder, file);
  // A hook that calls these tests leaves its own repository in the environment.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_') && name !== 'CI'),
  );
  const run = (command, ...args) => {
    const { status, stdout, stderr } = spawnSync(command, args, { cwd: folder, env, encoding: 'utf8' });
    return { status, said: stdout + stderr };
  };
  const git = (...args) => run('git', '-c', 'user.name=Ana', '-c', 'user.email=ana@x.example', ...args);
  const commit = () => git('commit', '-m', 'Try');

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'libretto-hook-'));
    for (const part of ['tools', '.prettierrc.json', '.prettierignore', '.editorconfig', '.oxlintrc.json'])
      cpSync(join(root, part), at(part), { recursive: true });
    git('init', '-q');
    run('node', '-e', "import('./tools/git-hooks.mjs').then((hooks) => hooks.installHooks())");
    symlinkSync(join(root, 'node_modules'), at('node_modules'));
    writeFileSync(at('.gitignore'), 'node_modules\n');
    writeFileSync(at('a.mjs'), 'export const a = 1;\n');
    git('add', '-A');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('what is formatted goes in, and what is not stays out', () => {
    expect(commit().status).toBe(0);
    writeFileSync(at('a.mjs'), 'export const a   = 1\n');
    git('add', '-A');
    const refused = commit();
    expect(refused.status).not.toBe(0);
    expect(refused.said).toContain('a.mjs');
    expect(refused.said).toContain('npm run format');
    expect(git('commit', '--no-verify', '-m', 'Try').status).toBe(0);
  });

  it('a promise that nobody waits for stays out', () => {
    commit();
    mkdirSync(at('libs/x'), { recursive: true });
    writeFileSync(at('libs/x/tsconfig.json'), '{ "compilerOptions": { "strict": true, "target": "es2022" } }\n');
    writeFileSync(at('libs/x/b.ts'), 'export const later = async () => 1;\nlater();\n');
    git('add', '-A');
    const refused = commit();
    expect(refused.status).not.toBe(0);
    expect(refused.said).toContain('no-floating-promises');
  });

  it('says nothing of a file of which only a part is staged, nor where no packages are installed', () => {
    commit();
    writeFileSync(at('a.mjs'), 'export const a = 2;\n');
    git('add', '-A');
    writeFileSync(at('a.mjs'), 'export const a   = 3\n');
    expect(commit().status).toBe(0);
    rmSync(at('node_modules'));
    git('add', '-A');
    expect(commit().status).toBe(0);
  });

  it('looks in a worktree too, and leaves hooks alone that somebody chose', () => {
    commit();
    git('worktree', 'add', '-q', 'other');
    symlinkSync(join(root, 'node_modules'), at('other/node_modules'));
    writeFileSync(at('other/a.mjs'), 'export const a   = 1\n');
    expect(git('-C', 'other', 'commit', '-am', 'Try').status).not.toBe(0);
    git('config', 'core.hooksPath', 'mine');
    run('node', '-e', "import('./tools/git-hooks.mjs').then((hooks) => hooks.installHooks())");
    expect(git('config', '--get', 'core.hooksPath').said.trim()).toBe('mine');
  });
});
