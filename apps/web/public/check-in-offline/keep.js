/**
 * Keeps a scanned code with the time of its scan, as the application does (`platform/device/kept-scan.ts`), and opens its
 * address again once the server answers: the application finds the scan there, and sends it.
 */
const key = 'libretto.scan';
const againMs = 3000;
const code = new URLSearchParams(location.search).get('code');

if (code) {
  const kept = JSON.parse(localStorage.getItem(key) ?? 'null');
  if (kept?.code !== code) localStorage.setItem(key, JSON.stringify({ code, at: performance.timeOrigin }));
  document.getElementById('kept').hidden = false;
}

function goOn() {
  fetch('/health/live', { cache: 'no-store' }).then(
    (answer) => answer.ok && location.reload(),
    () => undefined,
  );
}
addEventListener('online', goOn);
setInterval(goOn, againMs);
