import { HttpErrorResponse, type HttpInterceptorFn } from '@angular/common/http';
import { inject, Injector } from '@angular/core';
import { problem } from '@libretto/contracts/first';
import type { Say } from '@libretto/language';
import { catchError, throwError } from 'rxjs';
import { ReadingLanguage } from '../language';
import { ProblemError } from './problem-error';

/**
 * Every request names the person's language and that it comes from this app (a foreign page cannot set the header, so
 * it cannot act in the person's name); every failure becomes a ProblemError.
 */
export const speakToApi: HttpInterceptorFn = (request, next) => {
  const injector = inject(Injector);
  // Injected late: the language itself is fetched through this interceptor.
  const say: Say = (...asked) => injector.get(ReadingLanguage).say()(...asked);
  const headers: Record<string, string> = { 'accept-language': document.documentElement.lang };
  if (request.method !== 'GET') headers['x-libretto'] = 'web';
  return next(request.clone({ setHeaders: headers })).pipe(
    catchError((error: unknown) => throwError(() => problemErrorOf(error, say))),
  );
};

function problemErrorOf(error: unknown, say: Say): unknown {
  if (!(error instanceof HttpErrorResponse)) return error;
  const parsed = problem.safeParse(bodyOf(error));
  if (parsed.success) return new ProblemError(parsed.data, Number(error.headers.get('retry-after')));
  const code = error.status === 0 ? 'unreachable' : 'unreadable';
  return new ProblemError({
    type: 'about:blank',
    status: error.status,
    code: `common.${code}`,
    numbers: {},
    detail: say(`common.refusals.${code}`),
  });
}

/** The problem that answers, also where a text or a file was asked for. */
function bodyOf({ error }: HttpErrorResponse): unknown {
  if (error instanceof ArrayBuffer) return readJson(new TextDecoder().decode(error));
  return typeof error === 'string' ? readJson(error) : error;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
