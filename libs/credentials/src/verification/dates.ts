import { isText } from '../award/award-record';
import { failed, passed, type Check } from '../findings/verification';
import { periodOf } from '../platform/instant';
import type { JsonObject } from '../platform/json';

/** Whether the credential says of itself that it holds now. */
export function datesCheck({ validFrom: from, validUntil: until }: JsonObject, now: Date): Check {
  const data = { ...(isText(from) && { from }), ...(isText(until) && { until }) };
  switch (periodOf({ validFrom: from, validUntil: until }, now)) {
    case 'not-dates':
      return failed('dates', 'not-dates');
    case 'not-yet':
      return failed('dates', 'not-yet', data);
    case 'over':
      return failed('dates', 'expired', data);
    case 'current':
      return passed(
        'dates',
        until === undefined
          ? from === undefined
            ? 'no-dates'
            : 'without-end'
          : from === undefined
            ? 'until'
            : 'current',
        data,
      );
  }
}
