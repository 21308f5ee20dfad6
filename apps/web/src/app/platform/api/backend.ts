import { FetchBackend, HttpBackend, type HttpEvent, type HttpRequest, HttpXhrBackend } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { Observable } from 'rxjs';

/**
 * Sends uploads by XMLHttpRequest, which says how much of a file was sent, and everything else by fetch, which outlives a
 * window that is closed.
 */
@Injectable({ providedIn: 'root' })
export class Backend implements HttpBackend {
  private readonly fetch = inject(FetchBackend);
  private readonly xhr = inject(HttpXhrBackend);

  handle(request: HttpRequest<unknown>): Observable<HttpEvent<unknown>> {
    return (request.reportUploadProgress ? this.xhr : this.fetch).handle(request);
  }
}
