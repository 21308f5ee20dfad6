import { chromium } from 'playwright-core';
const [,, base, out, ...paths] = process.argv;
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox','--disable-background-networking','--disable-component-update','--disable-sync','--no-first-run'] });
for (const width of [1280, 390]) {
  const c = await b.newContext({ viewport: { width, height: width === 390 ? 844 : 900 }, colorScheme: process.env.DARK ? 'dark' : 'light' });
  const p = await c.newPage();
  p.on('console', m => { if (m.type() === 'error') console.log('console', m.text()); });
  p.on('pageerror', e => console.log('pageerror', e.message));
  if (process.env.AS) { await p.goto(base); await p.evaluate(async ([email, password]) => { const r = await fetch('/api/sign-in', { method: 'POST', headers: { 'x-libretto': 'web', 'content-type': 'application/json' }, body: JSON.stringify({ email, password }) }); if (!r.ok) console.error(await r.text()); }, [process.env.AS, 'libretto-demo']); }
  for (const path of paths) { await p.goto(base + path); await p.waitForLoadState('networkidle'); await p.waitForTimeout(300); const f = `${out}/${(path.replace(/[^a-z0-9]+/gi, '_') || 'home')}-${width}.png`; await p.screenshot({ path: f, fullPage: true }); console.log(f, await p.title(), p.url()); }
  await c.close();
}
await b.close();
