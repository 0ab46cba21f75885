// The one table. Its keys mean nothing here: shared/data/keys.ts is the only place that spells them.
import { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, BillingMode, Table } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { tableShape } from '../../shared/contracts/resources.ts';
import type { ServiceFunction } from './service-function.ts';

/** What a function may do to items. A transaction needs the operations it is made of. */
type TableOperation =
  | 'GetItem'
  | 'Query'
  | 'PutItem'
  | 'UpdateItem'
  | 'DeleteItem'
  | 'BatchWriteItem'
  | 'ConditionCheckItem';

interface CampaignTableProps {
  readonly removalPolicy: RemovalPolicy;
}

export class CampaignTable extends Construct {
  private readonly table: Table;

  constructor(scope: Construct, id: string, { removalPolicy }: CampaignTableProps) {
    super(scope, id);
    this.table = new Table(this, 'Table', {
      partitionKey: { name: tableShape.partitionKey, type: AttributeType.STRING },
      sortKey: { name: tableShape.sortKey, type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      timeToLiveAttribute: tableShape.expiryAttribute,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: removalPolicy === RemovalPolicy.RETAIN,
      removalPolicy,
    });
  }

  get name(): string {
    return this.table.tableName;
  }

  /** Lets the function do these operations and tells it the name of the table. There is no Scan to be granted. */
  grant(service: ServiceFunction, ...operations: TableOperation[]): void {
    service.provide({ TABLE_NAME: this.name });
    // Items that are asked for in the same moment are read as a batch (shared/data/gather-reads.ts).
    const granted = operations.includes('GetItem') ? ['BatchGetItem', ...operations] : operations;
    const actions = granted.map((operation) => `dynamodb:${operation}`);
    service.addToRolePolicy(new PolicyStatement({ actions, resources: [this.table.tableArn] }));
  }
}
