import { parentPort, workerData } from 'node:worker_threads';
import { inThisProcess } from '../reading/pdf-attachments';

parentPort?.postMessage(await inThisProcess(workerData as Uint8Array<ArrayBuffer>));
