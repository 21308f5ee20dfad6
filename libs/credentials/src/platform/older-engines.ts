/** Features that the PDF reader requires, and Node 20 and browsers of 2023 lack. */
import 'core-js/actual/promise/with-resolvers';
import 'core-js/actual/set';
import 'core-js/actual/url/parse';
