// Prints the stack's template as JSON, in a process of its own: the CDK takes two seconds and 150 MB that the running service need not carry.

import { template } from '../template.ts';

process.stdout.write(JSON.stringify(template(process.argv[2] ?? '')));
