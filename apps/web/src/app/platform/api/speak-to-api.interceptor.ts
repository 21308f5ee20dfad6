import { HttpErrorResponse, type HttpInterceptorFn } from '@angular/common/http';
import { inject, Injector } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { problem } from '@libretto/contracts/first';
import { catchError, throwError } from 'rxjs';
import { ProblemError } from './problem-error';

/**
 * Every request names the person's language and that it comes from this app (a foreign page cannot set the header, so
 * it cannot act in the person's name); every failure becomes a ProblemError.
 */
export const speakToApi: HttpInterceptorFn = (request, next) => {
  const injector = inject(Injector);
  // Injected late: the language itself is fetched through this interceptor.
  const transloco = () => injector.get(TranslocoService);
  const headers: Record<string, string> = { 'accept-language': document.documentElement.lang };
  if (request.method !== 'GET') headers['x-libretto'] = 'web';
  return next(request.clone({ setHeaders: headers })).pipe(
    catchError((error: unknown) =>
      throwError(() => problemErrorOf(error, (key) => transloco().translate(`common.refusals.${key}`))),
    ),
  );
};

function problemErrorOf(error: unknown, word: (key: string) => string): unknown {
  if (!(error instanceof HttpErrorResponse)) return error;
  const parsed = problem.safeParse(typeof error.error === 'string' ? readJson(error.error) : error.error);
  if (parsed.success) return new ProblemError(parsed.data, Number(error.headers.get('retry-after')));
  const code = error.status === 0 ? 'unreachable' : 'unreadable';
  return new ProblemError({
    type: 'about:blank',
    status: error.status,
    code: `common.${code}`,
    numbers: {},
    detail: word(code),
  });
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
