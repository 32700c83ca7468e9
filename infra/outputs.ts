// What a deployed stack tells the commands, under the names of the environment: `TABLE_NAME` is the output `TableName`.

/** Besides the environment of the functions: where messages wait, where they lie dead, and the rule set that takes the mail in. */
export const operationVariables = [
  'INBOUND_QUEUE_URL',
  'INBOUND_QUEUE_ARN',
  'INBOUND_DEAD_LETTERS_ARN',
  'OUTCOMES_QUEUE_ARN',
  'OUTCOMES_DEAD_LETTERS_ARN',
  'DUE_QUEUE_ARN',
  'DUE_DEAD_LETTERS_ARN',
  'RULE_SET_NAME',
] as const;

export type OperationVariable = (typeof operationVariables)[number];

/** CloudFormation's outputs have letters and digits only. */
export const outputName = (variable: string): string =>
  variable
    .toLowerCase()
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');

/** The file in DATA_DIR by which the commands find what `npm start` runs: the same variables, and where the endpoints are. */
export const environmentFile = 'environment';
