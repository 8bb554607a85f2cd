import { main } from './project.mjs';
import { runDemo } from './run-demo.mjs';

await main(runDemo);
