/** What the PDF reader takes for granted and Node 20 and browsers of 2023 do not have. */
import 'core-js/actual/promise/with-resolvers';
import 'core-js/actual/set';
import 'core-js/actual/url/parse';
