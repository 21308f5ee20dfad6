import { Worker } from 'node:worker_threads';
import type { PdfReader } from '../reading/pdf-attachments';

const mostMilliseconds = 15_000;
const mostMemory = 300_000_000;
const lookEvery = 10;

/** Reads a PDF in a thread of its own, which ends when it takes too long or too much: a small file can unpack to gigabytes. */
export const guardedPdfReader =
  (script: URL): PdfReader =>
  (pdf) =>
    new Promise((resolve, reject) => {
      const memoryBefore = process.memoryUsage.rss();
      const started = Date.now();
      const thread = new Worker(script, { workerData: pdf, stderr: true });
      const watch = setInterval(() => {
        if (Date.now() - started > mostMilliseconds || process.memoryUsage.rss() - memoryBefore > mostMemory) {
          end();
          reject(new RangeError('It takes more to read than any certificate.'));
        }
      }, lookEvery);
      const end = () => {
        clearInterval(watch);
        void thread.terminate();
      };
      thread.once('message', (attachments: Uint8Array[]) => {
        end();
        resolve(attachments);
      });
      thread.once('error', (error) => {
        end();
        reject(error);
      });
    });
